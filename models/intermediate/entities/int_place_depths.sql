-- Grain: one place, with how many places contain it: of two places the deeper one is the more exact.

with

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

place_depths as (
    select
        place_id,
        max(steps) as depth
    from ancestors
    group by place_id
)

select * from place_depths
