-- Whom a person met, when, where, and how many publishers say so:
--     dbt show --select whom_a_person_met --vars '{person: Sergei Shoigu}' --limit 50

with

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
    where participant_name = '{{ var("person", "Bashar al-Assad") }}'
),

reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

meetings as (
    select * from {{ ref('fct_meetings') }}
),

places as (
    select * from {{ ref('dim_places') }}
),

of_person as (
    select distinct reports.meeting_id
    from participants
    inner join reports on participants.claim_id = reports.claim_id
),

met as (
    select
        meetings.meeting_date,
        meetings.date_precision,
        meetings.participants,
        places.name as place,
        meetings.status,
        meetings.mode,
        meetings.report_count,
        meetings.publisher_count,
        meetings.has_conflicting_reports
    from of_person
    inner join meetings on of_person.meeting_id = meetings.meeting_id
    left join places on meetings.place_id = places.place_id
    order by meetings.meeting_date asc nulls last, meetings.meeting_id asc
)

select * from met
