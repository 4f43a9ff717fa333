-- Grain: one word of meeting in person whose own sentence states no place, with a town in a sentence beside it that
-- speaks of meeting there, or of going there, or the country visited in the sentence before; or where "the summit" is
-- said to be soon after, or anywhere for those who met on the sidelines of it.

{%- set the_occasion = compile_pattern(
    '<definite> (<word|adverb|nationality|named_organization>){0,2} <meeting|summit|talks> <in>'
    ~ ' <definite>? (<direction|word|nationality|of>){0,4}', grammar()
) ~ '\\z' %}
{#- "At the summit in Sochi", "In Sochi they", "are in Sydney for"; not "a discussion of the situation in Benghazi". -#}
{%- set there = compile_pattern(
    '(^ | <be> | <meeting|summit|talks|met|meet>'
    ~ ' (<!stop|comma|discussed|attack|strife|relative|while|to|into|under|from|that|on>){0,8})'
    ~ ' <in> <definite|indefinite>? (<direction|word|nationality|place_noun|of>){0,4}', grammar()
) ~ '\\z' %}
{#- "Went to a summit of ministers in Ankara". -#}
{%- set gathering = compile_pattern(
    '<summit|meeting> (<!stop|comma|said|relative|while|to|into|from|that|between|with>){0,5} <in>'
    ~ ' <definite>? (<direction|word|nationality|of>){0,4}', grammar()
) ~ '\\z' %}
{%- set visiting = compile_pattern('<visited> <in|to>? <definite>?', grammar()) ~ '\\z' %}
{%- set left = 'substring(sentence_units.unit_classes, 1, place_units.token_index - 1)' %}
{%- set most_sentences_after = 3 %}

with

mentions as (
    select distinct
        claim_key,
        sentence_id,
        place_index
    from {{ ref('int_meeting_mentions') }}
    where coalesce(mode, 'in_person') = 'in_person'
),

place_units as (
    select * from {{ ref('int_place_units') }}
    where (breadth = 1 or is_country) and not is_beside and not is_speaker
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index,
        {{ matches('text', text_pattern('on_sidelines')) }} as is_on_sidelines
    from {{ ref('stg_sentences') }}
),

-- What follows tells of the meeting, what comes before it of the journey.
telling_sentences as (
    select
        sentence_id,
        bool_or(word_class != 'visited') as is_of_meeting,
        bool_or(word_class = 'visited') as is_of_journey
    from {{ ref('int_words') }}
    where word_class in ('meeting', 'summit', 'met', 'talks', 'visited')
    group by sentence_id
),

neighbouring_places as (
    select
        mentions.claim_key,
        place_units.sentence_id,
        place_units.place_id,
        place_units.place_text,
        place_units.start_offset,
        place_units.end_offset
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join place_units on sentences.article_id = place_units.article_id
    inner join sentence_units on place_units.sentence_id = sentence_units.sentence_id
    inner join telling_sentences on place_units.sentence_id = telling_sentences.sentence_id
    where
        mentions.place_index is null
        and (
            place_units.breadth = 1
            and place_units.is_location
            and (
                place_units.sentence_index = sentences.sentence_index + 1
                and telling_sentences.is_of_meeting
                and {{ matches(left, there) }}
                or place_units.sentence_index = sentences.sentence_index - 1 and telling_sentences.is_of_journey
                or place_units.sentence_index
                between sentences.sentence_index + 2 and sentences.sentence_index + {{ most_sentences_after }}
                and {{ matches(left, the_occasion) }}
            )
            or {{ matches(left, visiting) }} and place_units.sentence_index = sentences.sentence_index - 1
            or sentences.is_on_sidelines and {{ matches(left, gathering) }}
        )
    qualify row_number() over (
        partition by mentions.claim_key
        order by
            abs(place_units.sentence_index - sentences.sentence_index),
            place_units.sentence_index desc,
            place_units.breadth asc,
            place_units.token_index asc
    ) = 1
)

select * from neighbouring_places
