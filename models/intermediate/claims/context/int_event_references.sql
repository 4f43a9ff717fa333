-- Grain: one casualty figure whose clause names the event: the attack, a blast, with what its article says of it.

{%- set language = grammar() %}
{%- set modifier = '<word|adverb|nationality|name|date|hyphen|ordinal|org_noun|named_organization|person_noun'
    ~ '|thing_noun>' %}
{%- set told = compile_pattern(
    '(<definite|demonstrative> | <demonstrative|pronoun> <be> <indefinite>) <quantity>? ' ~ modifier ~ '{0,5}', language
) ~ '\\z' %}
{%- set new = compile_pattern(
    '(<indefinite|quantity|some|few>|<last>|<last> <period_unit> <genitive_mark>) ' ~ modifier ~ '{0,4}', language
) ~ '\\z' %}
{%- set that_did = '^' ~ compile_pattern('(<!stop|comma|quote|said>){0,6} <relative|that>', language) %}
{%- set those = compile_pattern(
    '<definite|demonstrative> (<adverb>? <harmed|dead|deaths> <be|have|including>{1,2} (<indefinite|adverb>)?)?', language
) ~ '\\z' %}
{%- set of_those = '^' ~ compile_pattern(
    '<of> <definite|demonstrative> <quantity|adverb|word>{0,2} <harmed|dead|deaths>', language
) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, events.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, events.token_index + events.token_count)' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

events as (
    select * from {{ ref('int_event_words') }}
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
        events.event_word,
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

nearest_events as (
    select *
    from in_clause
    where barrier_count = 0 and token_distance <= 18
    qualify row_number() over (
        partition by claim_key
        order by token_distance, token_index
    ) = 1
),

-- "The two soldiers", "three of those killed": who has been counted before.
known_victims as (
    select claims.claim_key
    from claims
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    where
        {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', those) }}
        or {{ matches('substring(sentence_units.unit_classes, claims.last_token + 1)', of_those) }}
),

event_references as (
    select
        claims.claim_key,
        coalesce(nearest_events.is_told_before, false) or known_victims.claim_key is not null as is_told_before,
        coalesce(nearest_events.is_new and not nearest_events.is_told_before, false)
        and known_victims.claim_key is null as is_new,
        nearest_events.event_word
    from claims
    left join nearest_events on claims.claim_key = nearest_events.claim_key
    left join known_victims on claims.claim_key = known_victims.claim_key
    where nearest_events.claim_key is not null or known_victims.claim_key is not null
)

select * from event_references
