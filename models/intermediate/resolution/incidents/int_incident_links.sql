-- Grain: two figures about the same event, however they were found.

with

incident_links as (
    select * from {{ ref('int_incident_place_links') }}
    union
    select * from {{ ref('int_incident_undated_links') }}
    union
    select * from {{ ref('int_incident_number_links') }}
    union
    select * from {{ ref('int_incident_toll_links') }}
    union
    select * from {{ ref('int_incident_rival_links') }}
)

select * from incident_links
