-- Grain: one casualty figure in words, with the range of its incident over all articles.

with

casualty_figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

incidents as (
    select * from {{ ref('fct_incidents') }}
),

claims as (
    select * from {{ ref('claims') }}
),

figures as (
    select
        casualty_figures.claim_id,
        casualty_figures.outcome,
        casualty_figures.value,
        casualty_figures.value_low,
        casualty_figures.value_high,
        casualty_figures.original_value,
        casualty_figures.victims,
        casualty_figures.victim_group,
        casualty_figures.perpetrator,
        casualty_figures.scope,
        casualty_figures.is_part,
        claims.place,
        coalesce(casualty_figures.event_date, casualty_figures.date_earliest) as event_date,
        casualty_figures.date_precision,
        casualty_figures.incident_id,
        coalesce(incidents.event_date, incidents.date_earliest) as incident_date,
        incidents.low as incident_low,
        incidents.best as incident_best,
        incidents.high as incident_high,
        incidents.source_count as incident_source_count,
        claims.said_by,
        claims.via,
        claims.publisher_name,
        claims.published_date,
        claims.conflict_count,
        claims.exact
    from casualty_figures
    inner join claims on casualty_figures.claim_id = claims.claim_id
    left join incidents on casualty_figures.incident_id = incidents.incident_id
)

select * from figures
