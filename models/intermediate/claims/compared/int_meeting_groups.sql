-- Grain: one reported meeting and two or three of those who met there, by whom it is told from other meetings. The
-- first two that its sentence names tell most: who sees three others one after the other did not meet them all at once.

{%- set most_participants = 6 %}

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
    select
        claims.claim_id,
        coalesce(
            attendance.entity_id, {{ compared_words('attendance.participant_name') }},
            {{ compared_words('attendance.role_text') }}
        ) as participant,
        max(case when coalesce(attendance.entity_id, attendance.participant_name) is not null then 1 else 0 end)
            as name_count,
        min(case when attendance.sentence_id = claims.sentence_id then attendance.start_offset end) as start_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join attendance on occasions.mention_key = attendance.mention_key
    group by all
),

ranked as (
    select
        *,
        row_number() over (
            partition by claim_id
            order by start_offset is not null desc, name_count desc, start_offset asc, participant asc
        ) as participant_rank
    from participants
),

every_two as (
    select
        firsts.claim_id,
        least(firsts.participant, seconds.participant) as participant_a,
        greatest(firsts.participant, seconds.participant) as participant_b,
        '' as participant_c,
        case when seconds.participant_rank = 2 then 'first_two' else 'other_two' end as group_kind,
        firsts.name_count + seconds.name_count as name_count
    from ranked as firsts
    inner join ranked as seconds
        on firsts.claim_id = seconds.claim_id and firsts.participant_rank < seconds.participant_rank
    where seconds.participant_rank <= {{ most_participants }}
),

every_three as (
    select
        firsts.claim_id,
        firsts.participant as participant_a,
        seconds.participant as participant_b,
        thirds.participant as participant_c,
        'three' as group_kind,
        firsts.name_count + seconds.name_count + thirds.name_count as name_count
    from ranked as firsts
    inner join ranked as seconds
        on firsts.claim_id = seconds.claim_id and firsts.participant < seconds.participant
    inner join ranked as thirds
        on seconds.claim_id = thirds.claim_id and seconds.participant < thirds.participant
    where
        firsts.participant_rank <= {{ most_participants }}
        and seconds.participant_rank <= {{ most_participants }}
        and thirds.participant_rank <= {{ most_participants }}
),

groups as (
    select * from every_two
    union all
    select * from every_three
),

meeting_groups as (
    select
        claim_id,
        {{ content_id(['participant_a', 'participant_b', 'participant_c']) }} as group_key,
        group_kind,
        name_count = case when group_kind = 'three' then 3 else 2 end as has_names,
        name_count > 0 or group_kind = 'three' as has_a_name
    from groups
)

select * from meeting_groups
