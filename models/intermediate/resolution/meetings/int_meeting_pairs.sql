-- Grain: one reported meeting and two of those who met there.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

-- Known by entity, else by name, else by the office alone.
participants as (
    select distinct
        claims.claim_id,
        coalesce(
            attendance.entity_id, {{ compared_words('attendance.participant_name') }},
            {{ compared_words('attendance.role_text') }}
        ) as participant,
        attendance.entity_id is not null or attendance.participant_name is not null as has_name
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join attendance on occasions.mention_key = attendance.mention_key
),

-- Of a summit's many pairs the first few tell it from every other meeting.
ranked as (
    select
        *,
        row_number() over (
            partition by claim_id
            order by has_name desc, participant asc
        ) as participant_rank
    from participants
),

meeting_pairs as (
    select
        firsts.claim_id,
        {{ content_id(['firsts.participant', 'seconds.participant']) }} as pair_key,
        firsts.has_name and seconds.has_name as has_names
    from ranked as firsts
    inner join ranked as seconds
        on firsts.claim_id = seconds.claim_id and firsts.participant < seconds.participant
    where firsts.participant_rank <= 8 and seconds.participant_rank <= 8
)

select * from meeting_pairs
