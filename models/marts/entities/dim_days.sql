-- Grain: one day between the first and the last that an article is of or tells of.

with

articles as (
    select * from {{ ref('dim_articles') }}
),

figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

control_claims as (
    select * from {{ ref('fct_control_claims') }}
),

meeting_reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

known_days as (
    select published_date as day from articles

    union all

    select event_date as day from figures

    union all

    select as_of_date as day from control_claims

    union all

    select meeting_date as day from meeting_reports
),

bounds as (
    select
        min(day) as first_day,
        max(day) as last_day
    from known_days
),

days as (
    {{ unnest_days('bounds', 'first_day', 'last_day') }}
)

select * from days
