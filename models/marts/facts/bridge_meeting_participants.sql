-- Grain: one participant of an occasion as one article reports it.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

-- The mention that the claim rests on shows a participant best; other mentions add whom it leaves out.
participants as (
    select
        claims.claim_id,
        attendance.participant_key,
        attendance.entity_id,
        attendance.participant_name,
        attendance.mention_text,
        attendance.role_text,
        attendance.sentence_id = claims.sentence_id as is_in_claim,
        attendance.start_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join attendance on mentions.mention_key = attendance.mention_key
    -- A headline calls the others by shorter names, so it adds nobody.
    where claims.is_headline or not mentions.is_headline
    qualify row_number() over (
        partition by claims.claim_id, attendance.participant_key
        order by attendance.sentence_id = claims.sentence_id desc, attendance.start_offset
    ) = 1
),

final as (
    select
        claim_id,
        cast(row_number() over (
            partition by claim_id
            order by is_in_claim desc, start_offset asc, participant_key asc
        ) as integer) as participant_index,
        entity_id,
        participant_name,
        mention_text,
        role_text
    from participants
)

select * from final
