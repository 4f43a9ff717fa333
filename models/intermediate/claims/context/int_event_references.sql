-- Grain: one casualty figure whose clause names the event: the attack, a blast, with what its article says of it.

{%- set language = grammar() %}
{%- set modifier = '<word|adverb|nationality|name|date|hyphen|ordinal|org_noun|named_organization|person_noun'
    ~ '|thing_noun>' %}
{%- set told = compile_pattern('<definite|demonstrative> ' ~ modifier ~ '{0,5}', language) ~ '\\z' %}
{%- set new = compile_pattern(
    '(<indefinite>|<last>|<last> <period_unit> <genitive_mark>) ' ~ modifier ~ '{0,4}', language
) ~ '\\z' %}
{%- set that_did = '^' ~ compile_pattern('(<!stop|comma|quote|said>){0,6} <relative|that>', language) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, events.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, events.token_index + events.token_count)' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

-- A war is no single event, nor is a campaign.
events as (
    select
        sentence_id,
        token_index,
        token_count
    from {{ ref('int_words') }}
    where word_class in ('attack', 'strife') and coalesce(meaning, 'several') in ('several', 'clashes')
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

in_clause as (
    select
        claims.claim_key,
        claims.first_token,
        events.token_index,
        {{ matches(left, told) }} as is_told_before,
        {{ matches(left, new) }}
        or (events.token_index < claims.first_token and {{ matches(right, that_did) }}) as is_new,
        {{ distance_columns(
            'claims', 'events', 'sentence_units.unit_classes', ['stop', 'but', 'while', 'quoted', 'said']
        ) }}
    from claims
    inner join events on claims.sentence_id = events.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
),

event_references as (
    select
        claim_key,
        is_told_before,
        is_new and not is_told_before as is_new
    from in_clause
    where barrier_count = 0 and token_distance <= 12
    qualify row_number() over (
        partition by claim_key
        order by token_distance, token_index
    ) = 1
)

select * from event_references
