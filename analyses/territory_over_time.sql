-- What one side is said to hold, month by month:
--     dbt show --select territory_over_time --vars '{side: islamic_state}' --limit 100

with

standing as (
    select * from {{ ref('fct_territory_standing') }}
    where side = '{{ var("side", "syrian_government") }}'
),

places as (
    select * from {{ ref('dim_places') }}
),

territory as (
    select
        places.name as territory,
        standing.stated_month,
        standing.relation,
        standing.share_low,
        standing.share_high,
        standing.stated_by,
        standing.last_stated_date
    from standing
    inner join places on standing.place_id = places.place_id
    order by standing.stated_month, places.name, standing.standing_id
)

select * from territory
