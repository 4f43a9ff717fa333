-- Grain: two reports, of different articles, that are about the same meeting, however they were found.

with

meeting_links as (
    select * from {{ ref('int_meeting_dated_links') }}
    union
    select * from {{ ref('int_meeting_undated_links') }}
    union
    select * from {{ ref('int_meeting_loose_links') }}
    union
    select * from {{ ref('int_meeting_circle_links') }}
)

select * from meeting_links
