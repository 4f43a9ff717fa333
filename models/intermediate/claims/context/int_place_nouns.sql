-- Grain: one casualty figure and one noun of its sentence that says where, unnamed: at a checkpoint, in the city.

{%- set language = grammar() %}
{%- set preposition = compile_pattern('<in|on|into>', language) %}
{%- set modifier = '<word|nationality|name|org_noun|named_organization|person_noun|people_noun|direction|controls'
    ~ '|strife|hyphen>' %}
{%- set one_or_counted = compile_pattern('<indefinite|some|few|quantity|figure> ' ~ modifier ~ '{0,4}', language) %}
{%- set several = compile_pattern('<definite>? ' ~ modifier ~ '{1,4}', language) %}
{%- set defined = '^(' ~ compile_pattern('<definite>', language) ~ '.+)' %}
{%- set object = '(' ~ one_or_counted ~ '|' ~ compile_pattern('<definite> ' ~ modifier ~ '{1,4}', language) ~ ')\\z' %}
{%- set referring = compile_pattern(
    '(<in|on|of|into|died|share> | <strife> <for>) <definite|demonstrative>'
    ~ '(<word|controls|captured|hyphen|besieges|harmed|direction|adverb|person_noun>){0,3}', language
) ~ '\\z' %}
{%- set named = '^' ~ compile_pattern('(<in|of|on|hyphen> | <comma>? <named_place>)', language) %}
{#- "A market in Idlib" names where it is, "a market near the border" does not. -#}
{%- set still_unnamed = '^' ~ compile_pattern('<in|on> <indefinite|definite>? ' ~ modifier
    ~ '{0,4} <place_noun|direction> <!of|in|on|hyphen|name|named_place|place_noun>', language) %}
{%- set continued = '^' ~ compile_pattern('<genitive|apostrophe|name|word|place_noun|org_noun>', language) %}
{%- set owning = '^' ~ compile_pattern('<genitive|apostrophe|place_noun|org_noun>', language) %}
{%- set existing = '^' ~ compile_pattern('<adverb>? <be|have|modal>', language) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, units.token_index + units.token_count)' %}
{%- set object_words = extract_group(left, object, 1) %}
{%- set before = words_between(
    'sentences.start_offset', token_start('units.token_index - length(' ~ object_words ~ ')')
) %}
{%- set behind = token_end('units.token_index + units.token_count - 1') %}
{%- set after = words_between(behind, behind ~ ' + 90') %}
{%- set noun = 'lower(' ~ list_element('sentences.tokens', 'units.token_index + units.token_count - 1') ~ ')' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

units as (
    select * from {{ ref('int_units') }}
    where unit_class in ('place_noun', 'there')
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- "In the village" has been named before; "in the conflict areas", "in 15 provinces" and "at a checkpoint" have not.
nouns as (
    select
        units.*,
        sentences.sentence_index,
        sentence_units.unit_classes,
        {{ noun }} as noun,
        right({{ noun }}, 1) = 's' as is_several,
        case units.unit_class
            -- "There were ten dead" says nothing of a place, and "here" may be where the reporter is.
            when 'there' then {{ noun }} = 'there' and not {{ matches(right, existing) }}
            else right({{ noun }}, 1) != 's' and {{ matches(left, referring) }} and not {{ matches(right, continued) }}
        end as is_named_before,
        {{ matches(right, continued) }} as is_continued,
        {{ extract_group(left, preposition ~ '(' ~ one_or_counted ~ ')\\z', 1) }} as counting_words,
        {{ extract_group(left, preposition ~ '(' ~ several ~ ')\\z', 1) }} as other_words,
        -- "Gunmen stormed a hotel", "a hotel was hit".
        case
            when
                ({{ matches(before, text_pattern('striking_it')) }} and not {{ matches(right, owning) }})
                or {{ matches(after, text_pattern('attacked_behind')) }}
                then {{ object_words }}
            else ''
        end as struck_words
    from units
    inner join {{ ref('int_sentence_units') }} as sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.sentence_id in (select claims.sentence_id from claims)
        and (units.unit_class = 'there' or not {{ matches(right, named) }} or {{ matches(right, still_unnamed) }})
),

-- "In the shopping area" is described, too, should it not have been named before.
described as (
    select
        *,
        case
            when unit_class = 'there' or noun = 'country' then ''
            when counting_words != '' then counting_words
            when is_several and other_words != '' then other_words
            when struck_words != '' then struck_words
            when is_continued or {{ matches('noun', text_pattern('told_again_by')) }} then ''
            else {{ extract_group('other_words', defined, 1) }}
        end as describing_words
    from nouns
),

phrases as (
    select
        sentence_id,
        sentence_index,
        unit_classes,
        noun,
        false as is_several,
        true as is_named_before,
        false as is_struck,
        token_index,
        token_count
    from nouns
    where is_named_before

    union all

    select
        sentence_id,
        sentence_index,
        unit_classes,
        noun,
        is_several and describing_words in (counting_words, other_words) as is_several,
        false as is_named_before,
        describing_words = struck_words as is_struck,
        token_index - length(describing_words) as token_index,
        token_count + length(describing_words) as token_count
    from described
    where describing_words != ''
),

place_nouns as (
    select
        claims.claim_key,
        claims.article_id,
        phrases.*,
        {{ distance_columns(
            'claims', 'phrases', 'phrases.unit_classes',
            ['colon', 'said', 'but', 'stop', 'according', 'quoted', 'named_place']
        ) }},
        {{ matches(
            'substring(phrases.unit_classes, least(claims.last_token, phrases.token_index), '
            ~ 'abs(phrases.token_index - claims.last_token))',
            compile_pattern('<while>', language)
        ) }} as is_in_another_clause
    from claims
    inner join phrases on claims.sentence_id = phrases.sentence_id
)

select
    claim_key,
    article_id,
    sentence_id,
    sentence_index,
    token_index,
    token_count,
    noun,
    is_several,
    is_named_before,
    token_distance
from place_nouns
-- "Killed when a bomb went off in a market" tells of no place as surely as "killed when shells hit a market".
where barrier_count = 0 and (is_named_before or is_struck or not is_in_another_clause)
