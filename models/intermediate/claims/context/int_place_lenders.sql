-- Grain: one casualty figure and another that lends it its place: the whole that it is part of, or one beside it.

{%- set language = grammar() %}
{%- set other_clause = compile_pattern('<said|quoted|according|while|but|colon|stop>', language) %}
{%- set first = 'least(figures.last_token, others.last_token)' %}
{%- set second = 'greatest(figures.first_token, others.first_token)' %}

with

parts as (
    select
        claim_key,
        whole_claim_key
    from {{ ref('int_casualty_parts') }}
),

anchors as (
    select * from {{ ref('int_claim_anchors') }}
),

unplaced_figures as (
    select
        claim_key,
        scope
    from {{ ref('int_unplaced_figures') }}
    where stated_breadth is null and not is_widespread
),

scopes as (
    select
        claim_key,
        scope
    from {{ ref('int_casualty_scopes') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- "The strike killed 12 in Homs and wounded 30": the same event, or the same days.
neighbours as (
    select
        figures.claim_key,
        others.claim_key as lender_key
    from unplaced_figures
    inner join anchors as figures on unplaced_figures.claim_key = figures.claim_key
    inner join anchors as others
        on
            figures.sentence_id = others.sentence_id
            and figures.claim_key != others.claim_key
    inner join scopes
        on
            others.claim_key = scopes.claim_key
            and unplaced_figures.scope = scopes.scope
    inner join sentence_units on figures.sentence_id = sentence_units.sentence_id
    where not {{ matches(
        'substring(sentence_units.unit_classes, ' ~ first ~ ' + 1, greatest(' ~ second ~ ' - ' ~ first ~ ' - 1, 0))',
        other_clause
    ) }}
),

place_lenders as (
    select
        claim_key,
        whole_claim_key as lender_key,
        true as is_whole
    from parts

    union all

    select
        neighbours.claim_key,
        neighbours.lender_key,
        false as is_whole
    from neighbours
    left join parts on neighbours.claim_key = parts.claim_key and neighbours.lender_key = parts.whole_claim_key
    where parts.claim_key is null
)

select * from place_lenders
