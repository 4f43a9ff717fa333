-- Grain: one occasion as one article reports it.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
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
        cast(null as {{ dbt.type_string() }}) as meeting_id,
        claims.status,
        claims.mode,
        joined_participants.participants,
        joined_participants.participant_count,
        claims.topics_text,
        cast(null as {{ dbt.type_string() }}) as place_id,
        cast(null as {{ dbt.type_string() }}) as place_text,
        cast(null as date) as meeting_date,
        cast(null as {{ dbt.type_string() }}) as date_precision,
        cast(null as date) as date_earliest,
        cast(null as date) as date_latest,
        cast(null as {{ dbt.type_string() }}) as date_method,
        cast(null as {{ dbt.type_string() }}) as attributed_to_id,
        cast(null as {{ dbt.type_string() }}) as attributed_to,
        cast(null as {{ dbt.type_string() }}) as via,
        claims.rule_id,
        claims.sentence_id,
        claims.evidence_field,
        claims.exact,
        claims.start_offset,
        claims.end_offset
    from claims
    inner join joined_participants on claims.claim_id = joined_participants.claim_id
)

select * from final
