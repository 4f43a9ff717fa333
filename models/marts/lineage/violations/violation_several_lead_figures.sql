-- Grain: one article and outcome with more than one lead figure, or with one that counts a part.

with

figures as (
    select * from {{ ref('fct_casualty_figures') }}
    where is_lead_figure
),

violations as (
    select
        article_id as record_id,
        'several lead figures for the outcome ' || outcome as problem
    from figures
    group by article_id, outcome
    having count(*) > 1

    union all

    select
        claim_id as record_id,
        'the lead figure is part of another' as problem
    from figures
    where is_part
)

select * from violations
