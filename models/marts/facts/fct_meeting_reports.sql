-- Grain: one occasion as one article reports it.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
),

circumstances as (
    select * from {{ ref('int_meeting_circumstances') }}
),

clusters as (
    select * from {{ ref('int_meeting_clusters') }}
),

joined_participants as (
    select
        claim_id,
        substring(
            {{ joined_in_order("'; ' || coalesce(participant_name, role_text)", 'participant_index') }}, 3
        ) as participants,
        cast(count(*) as integer) as participant_count
    from participants
    group by claim_id
),

final as (
    select
        claims.claim_id,
        claims.article_id,
        clusters.meeting_id,
        claims.status,
        claims.mode,
        joined_participants.participants,
        joined_participants.participant_count,
        claims.topics_text,
        circumstances.place_id,
        circumstances.place_text,
        circumstances.meeting_date,
        circumstances.date_precision,
        circumstances.date_earliest,
        circumstances.date_latest,
        circumstances.date_method,
        circumstances.attributed_to_id,
        circumstances.attributed_to,
        circumstances.via,
        claims.rule_id,
        claims.sentence_id,
        claims.evidence_field,
        claims.exact,
        claims.start_offset,
        claims.end_offset
    from claims
    inner join joined_participants on claims.claim_id = joined_participants.claim_id
    inner join circumstances on claims.claim_id = circumstances.claim_id
    inner join clusters on claims.claim_id = clusters.claim_id
)

select * from final
