-- Grain: one figure about an event and one place below the country in which the event was: the village, its province.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
    where window_kind != 'unknown' and place_id is not null
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
    where ancestor_type not in ('country', 'region')
),

incident_sightings as (
    select
        figures.*,
        ancestors.ancestor_place_id as area_id,
        ancestors.steps as area_steps
    from figures
    inner join ancestors on figures.place_id = ancestors.place_id
)

select * from incident_sightings
