-- Grain: one casualty figure and one noun of its sentence that says where, unnamed: at a checkpoint, in the city.

{%- set language = grammar() %}
{%- set preposition = compile_pattern('<in|on|into>', language) %}
{%- set modifier = '<word|nationality|name|org_noun|named_organization|person_noun|people_noun|direction|controls'
    ~ '|strife|hyphen>' %}
{%- set one_or_counted = compile_pattern(
    '(<indefinite|some|few|quantity> | <figure> <hyphen> <controls>) ' ~ modifier ~ '{0,4}', language
) %}
{%- set several = compile_pattern('<definite>? ' ~ modifier ~ '{1,4}', language) %}
{%- set referring = compile_pattern(
    '(<in|on|of|into|died|share> | <strife> <for>) <definite|demonstrative>'
    ~ '(<word|controls|captured|hyphen|besieges|harmed|direction|adverb|person_noun>){0,3}', language
) ~ '\\z' %}
{%- set named = '^' ~ compile_pattern('(<in|of|on|hyphen> | <comma>? <named_place>)', language) %}
{%- set continued = '^' ~ compile_pattern('<genitive|apostrophe|name|word|place_noun|org_noun>', language) %}
{%- set existing = '^' ~ compile_pattern('<adverb>? <be|have|modal>', language) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, units.token_index + units.token_count)' %}
{%- set noun = 'lower(' ~ list_element('sentences.tokens', 'units.token_index + units.token_count - 1') ~ ')' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

units as (
    select
        sentence_id,
        token_index,
        token_count,
        unit_class
    from {{ ref('int_units') }}
    where unit_class in ('place_noun', 'there')
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
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
        {{ extract_group(left, preposition ~ '(' ~ one_or_counted ~ ')\\z', 1) }} as counting_words,
        {{ extract_group(left, preposition ~ '(' ~ several ~ ')\\z', 1) }} as other_words
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.sentence_id in (select claims.sentence_id from claims)
        and (units.unit_class = 'there' or not {{ matches(right, named) }})
),

phrases as (
    select
        sentence_id,
        sentence_index,
        unit_classes,
        noun,
        is_several,
        is_named_before,
        case
            when is_named_before then 0
            when counting_words = '' then length(other_words)
            else length(counting_words)
        end as words_before,
        token_index,
        token_count
    from nouns
    where
        is_named_before
        or (
            unit_class = 'place_noun'
            and noun != 'country'
            and (counting_words != '' or (is_several and other_words != ''))
        )
),

phrase_spans as (
    select
        sentence_id,
        sentence_index,
        unit_classes,
        noun,
        is_several,
        is_named_before,
        token_index - words_before as token_index,
        token_count + words_before as token_count
    from phrases
),

place_nouns as (
    select
        claims.claim_key,
        claims.article_id,
        phrase_spans.*,
        {{ distance_columns(
            'claims', 'phrase_spans', 'phrase_spans.unit_classes',
            ['colon', 'said', 'but', 'stop', 'according', 'quoted', 'named_place']
        ) }},
        {{ matches(
            'substring(phrase_spans.unit_classes, least(claims.last_token, phrase_spans.token_index), '
            ~ 'abs(phrase_spans.token_index - claims.last_token))',
            compile_pattern('<while>', language)
        ) }} as is_in_another_clause
    from claims
    inner join phrase_spans on claims.sentence_id = phrase_spans.sentence_id
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
-- "Killed when shells hit a market" tells of no place as surely as "killed when shells hit the city".
where barrier_count = 0 and (is_named_before or not is_in_another_clause)
