-- Grain: one casualty figure whose sentence says where it happened without naming it: in 15 provinces, at a checkpoint.

{%- set language = grammar() %}
{%- set preposition = compile_pattern('<in|on|into>', language) %}
{%- set modifier = '<word|nationality|name|org_noun|person_noun|people_noun|direction|controls|strife|hyphen>' %}
{%- set one_or_counted = compile_pattern(
    '(<indefinite|some|few|quantity> | <figure> <hyphen> <controls>) ' ~ modifier ~ '{0,4}', language
) %}
{%- set several = compile_pattern('<definite>? ' ~ modifier ~ '{1,4}', language) %}
{%- set named = '^' ~ compile_pattern('(<in|of|on|hyphen> | <comma>? <named_place>)', language) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}
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
        token_count
    from {{ ref('int_units') }}
    where unit_class = 'place_noun'
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
phrases as (
    select
        units.sentence_id,
        units.token_index as noun_index,
        units.token_count as noun_count,
        sentence_units.unit_classes,
        right({{ noun }}, 1) = 's' as is_several,
        {{ extract_group(left, preposition ~ '(' ~ one_or_counted ~ ')\\z', 1) }} as counting_words,
        {{ extract_group(left, preposition ~ '(' ~ several ~ ')\\z', 1) }} as other_words,
        {{ token_end('units.token_index + units.token_count - 1') }} as end_offset
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.sentence_id in (select claims.sentence_id from claims)
        and {{ noun }} != 'country'
        and not {{ matches(
            'substring(sentence_units.unit_classes, units.token_index + units.token_count)', named
        ) }}
),

places as (
    select
        sentence_id,
        unit_classes,
        is_several,
        end_offset,
        noun_index - length(case when counting_words = '' then other_words else counting_words end) as token_index,
        noun_count + length(case when counting_words = '' then other_words else counting_words end) as token_count
    from phrases
    where counting_words != '' or (is_several and other_words != '')
),

in_sentence as (
    select
        claims.claim_key,
        places.*,
        {{ distance_columns(
            'claims', 'places', 'places.unit_classes',
            ['colon', 'said', 'but', 'stop', 'according', 'quoted', 'while', 'named_place']
        ) }}
    from claims
    inner join places on claims.sentence_id = places.sentence_id
),

described_places as (
    select
        in_sentence.claim_key,
        in_sentence.sentence_id,
        cast(null as {{ dbt.type_string() }}) as place_id,
        {{ words_between(token_start('in_sentence.token_index'), 'in_sentence.end_offset') }} as place_text,
        {{ token_start('in_sentence.token_index') }} as start_offset,
        in_sentence.end_offset,
        in_sentence.is_several
    from in_sentence
    inner join sentences on in_sentence.sentence_id = sentences.sentence_id
    where in_sentence.barrier_count = 0 and in_sentence.token_distance <= 8
    qualify row_number() over (
        partition by in_sentence.claim_key
        order by in_sentence.token_distance, in_sentence.token_index
    ) = 1
)

select * from described_places
