-- Grain: one reported meeting whose time is known in some way, and a few of those who met there.

with

windows as (
    select * from {{ ref('int_meeting_windows') }}
    where window_kind != 'unknown'
),

groups as (
    select * from {{ ref('int_meeting_groups') }}
),

places as (
    select
        place_id,
        country_code
    from {{ ref('stg_places') }}
),

meeting_sightings as (
    select
        groups.group_key,
        groups.group_kind,
        groups.has_names,
        groups.has_a_name,
        places.country_code,
        windows.*
    from windows
    inner join groups on windows.claim_id = groups.claim_id
    left join places on windows.place_id = places.place_id
)

select * from meeting_sightings
