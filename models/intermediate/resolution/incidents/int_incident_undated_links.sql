-- Grain: two figures of different articles about one event, one of which at least has no date.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

sightings as (
    select * from {{ ref('int_incident_sightings') }}
),

-- The main figure of an article without a date belongs to a dated one of the days before it.
recent as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from sightings as figures
    inner join sightings as others
        on
            figures.outcome = others.outcome
            and figures.area_id = others.area_id
            and others.window_end between figures.window_start and figures.window_end
    where
        figures.window_kind = 'recent'
        and others.window_kind = 'dated'
        and least(figures.area_steps, others.area_steps) = 0
        and {{ may_be_one_event('figures', 'others') }}
        and {{ are_of_one_size('figures', 'others') }}
    qualify row_number() over (
        partition by figures.claim_id
        order by abs(figures.size - others.size), others.window_end desc, others.claim_id asc
    ) = 1
),

-- Main figures without dates, of articles that came out one after the other.
undated_neighbours as (
    select
        *,
        lag(claim_id) over same_place as other_claim_id
    from sightings
    where window_kind = 'recent' and area_steps = 0
    window same_place as (
        partition by outcome, area_id
        order by published_at, claim_id
    )
),

undated as (
    select
        neighbours.claim_id,
        others.claim_id as other_claim_id
    from undated_neighbours as neighbours
    inner join figures as others on neighbours.other_claim_id = others.claim_id
    where
        {{ may_be_one_event('neighbours', 'others') }}
        and {{ are_of_one_size('neighbours', 'others') }}
        and {{ date_difference('neighbours.published_date', 'others.published_date') }} <= 1
),

incident_undated_links as (
    select * from recent
    union
    select * from undated
)

select
    claim_id as node,
    other_claim_id as other_node
from incident_undated_links
