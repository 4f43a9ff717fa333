-- Grain: one mention of a date in the sentence of a claim.

{%- set speech = compile_pattern('<said|according|source_noun> (<adverb>)?', grammar()) ~ '\\z' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

dates as (
    select * from {{ ref('int_date_values') }}
),

sentence_units as (
    select sentence_id, unit_classes from {{ ref('int_sentence_units') }}
),

candidates as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.kind,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision,
        dates.is_period,
        {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', speech) }} as is_date_of_speech,
        {{ distance_columns('claims', 'dates', 'sentence_units.unit_classes', ['colon', 'said', 'while', 'but', 'relative', 'stop']) }}
    from claims
    inner join dates on claims.sentence_id = dates.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
)

select * from candidates
