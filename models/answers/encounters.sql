-- Grain: one participant of a meeting and one other, as one article reports it; each pair stands in both orders.

with

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
),

meeting_reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

claims as (
    select * from {{ ref('claims') }}
),

encounters as (
    select
        participants.claim_id,
        participants.participant_index,
        others.participant_index as met_index,
        meeting_reports.meeting_id,
        coalesce(participants.participant_name, participants.mention_text) as participant,
        coalesce(others.participant_name, others.mention_text) as met,
        meeting_reports.meeting_date,
        meeting_reports.date_precision,
        claims.place,
        meeting_reports.status,
        meeting_reports.mode,
        claims.said_by,
        claims.publisher_name,
        claims.published_date,
        claims.exact
    from participants
    inner join participants as others
        on participants.claim_id = others.claim_id and participants.participant_index != others.participant_index
    inner join meeting_reports on participants.claim_id = meeting_reports.claim_id
    inner join claims on participants.claim_id = claims.claim_id
)

select * from encounters
