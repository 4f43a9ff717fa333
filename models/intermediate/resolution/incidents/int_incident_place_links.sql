-- Grain: two figures of different articles about one event, found by its place and day.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

sightings as (
    select * from {{ ref('int_incident_sightings') }}
),

-- The neighbours of a dated figure at its own place, in the order of publication.
neighbours as (
    {%- for step in [1, 2, 3] %}
        select
            *,
            lag(claim_id, {{ step }}) over same_day as other_claim_id
        from sightings
        where window_kind = 'dated' and area_steps = 0
        window
            same_day as (
                partition by outcome, area_id, window_end
                order by published_at nulls last, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

same_place as (
    select
        neighbours.claim_id,
        others.claim_id as other_claim_id
    from neighbours
    inner join figures as others on neighbours.other_claim_id = others.claim_id
    where {{ may_be_one_event('neighbours', 'others') }}
),

-- A figure for a province belongs to one town in it at most: the one whose figure is nearest.
same_area as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from sightings as figures
    inner join sightings as others
        on
            figures.outcome = others.outcome
            and figures.area_id = others.area_id
            and figures.window_end = others.window_end
    where
        figures.window_kind = 'dated'
        and others.window_kind = 'dated'
        and figures.area_steps = 0
        and others.area_steps > 0
        and {{ may_be_one_event('figures', 'others') }}
    qualify row_number() over (
        partition by figures.claim_id
        order by abs(figures.size - others.size), others.published_at nulls last, others.claim_id
    ) = 1
),

incident_place_links as (
    select * from same_place
    union
    select * from same_area
)

select
    claim_id as node,
    other_claim_id as other_node
from incident_place_links
