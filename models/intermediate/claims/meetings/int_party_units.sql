-- Grain: one unit of a sentence that can stand for a party to a meeting: a person anywhere in the article; officials,
-- an organization, "he" where a meeting rule holds.

{%- set language = grammar() %}
{%- set speaking = compile_pattern('(^|<!pronoun|adverb|have|be>) <said> <date|adverb|that>{0,3}', language) ~ '\\z' %}
{#- Where the subject of a clause stands: at its beginning; after "said", but who was told something is another. -#}
{%- set before_subject = compile_pattern(
    '(^|<that|quote|while|but|colon|dash|where|comma|condition|said|person_party>) <date|adverb>?', language
) ~ '\\z' %}
{#- "Trump's spokesman": it is the spokesman of whom is told; "Trump's remarks" are his own. -#}
{%- set before_somebody = '^' ~ compile_pattern(
    '<genitive|apostrophe>{1,2} <word|adverb>{0,3}'
    ~ ' <person_party|official_party|officials_party|group_party|named_party>', language
) %}
{#- "After he met Putin, Kerry said": nobody is named before "he". -#}
{%- set opening = '^' ~ compile_pattern(
    '<!comma|stop|person_party|official_party|named_party|that|said>{0,8} <while> <adverb>?', language
) ~ '\\z' %}
{%- set after_the = compile_pattern('<definite>', language) ~ '\\z' %}
{%- set after_of = compile_pattern('<of> <definite>?', language) ~ '\\z' %}
{%- set after_object = '^' ~ compile_pattern(
    '<genitive|apostrophe|that|pronoun|to|stop|comma|quote|on|in|during|of>', language
) %}

with

party_sentences as (
    select * from {{ ref('int_party_sentences') }}
),

pieces as (
    {{ unnest_pieces('party_sentences', ['sentence_id', 'article_id'], extract_all('party_classes', '.~*')) }}
),

placed as (
    select
        sentence_id,
        article_id,
        substring(piece, 1, 1) as symbol,
        cast(length(piece) as integer) as token_count,
        cast(end_position - length(piece) + 1 as integer) as token_index
    from pieces
),

word_classes as (
    select * from {{ ref('word_classes') }}
    where
        word_class in (
            'person_party', 'official_party', 'officials_party', 'group_party', 'named_party', 'pair_party',
            'pronoun', 'object_pronoun', 'possessive', 'named_place', 'people_noun', 'nationals'
        )
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

meeting_sentences as (
    select distinct sentence_id from {{ ref('int_meeting_matches') }}
),

units as (
    select
        {{ content_id(['placed.sentence_id', 'placed.token_index']) }} as party_unit_id,
        placed.sentence_id,
        placed.article_id,
        sentences.sentence_index,
        word_classes.word_class as unit_class,
        placed.token_index,
        placed.token_count,
        {{ matches(
            'substring(party_sentences.party_classes, placed.token_index + placed.token_count, 1)',
            compile_pattern('<genitive|apostrophe>', language)
        ) }} as is_owner,
        {{ matches(
            'substring(party_sentences.party_classes, placed.token_index + placed.token_count)', before_somebody
        ) }} as is_owner_of_party,
        {{ matches('substring(party_sentences.party_classes, 1, placed.token_index - 1)', speaking) }}
            as follows_speech,
        {{ matches('substring(party_sentences.party_classes, 1, placed.token_index - 1)', opening) }} as opens_sentence,
        {{ matches('substring(party_sentences.party_classes, 1, placed.token_index - 1)', after_the) }} as follows_the,
        {{ matches('substring(party_sentences.party_classes, 1, placed.token_index - 1)', after_of) }} as follows_of,
        {{ matches('substring(party_sentences.party_classes, 1, placed.token_index - 1)', before_subject) }}
        and not {{ matches(
            'substring(party_sentences.party_classes, placed.token_index + placed.token_count, 1)', after_object
        ) }} as is_subject
    from placed
    inner join party_sentences on placed.sentence_id = party_sentences.sentence_id
    inner join word_classes on placed.symbol = word_classes.symbol
    inner join sentences on placed.sentence_id = sentences.sentence_id
    left join meeting_sentences on placed.sentence_id = meeting_sentences.sentence_id
    where
        (meeting_sentences.sentence_id is not null or word_classes.word_class in ('person_party', 'named_party'))
        -- "McCain (R-Ariz.)"
        and not (
            word_classes.word_class = 'named_party'
            and {{ matches(
                'substring(party_sentences.party_classes, 1, placed.token_index - 1)',
                compile_pattern('<open>', language) ~ '\\z'
            ) }}
        )
)

select * from units
