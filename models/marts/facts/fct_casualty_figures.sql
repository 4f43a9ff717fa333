-- Grain: one casualty figure as one article states it.

with

claims as (
    select * from {{ ref('int_casualty_claims') }}
),

clusters as (
    select * from {{ ref('int_incident_clusters') }}
),

wholes as (
    select
        claims.claim_id as part_claim_id,
        whole_claims.claim_id as whole_claim_id
    from claims
    inner join {{ ref('int_casualty_mentions') }} as whole_mentions
        on claims.whole_claim_key = whole_mentions.claim_key
    inner join claims as whole_claims on whole_mentions.main_claim_key = whole_claims.claim_key
),

casualty_figures as (
    select
        claims.claim_id,
        claims.article_id,
        clusters.incident_id,
        claims.outcome,
        claims.value,
        claims.value_low,
        claims.value_high,
        claims.original_value,
        claims.qualifier,
        claims.victims,
        claims.victim_group,
        claims.perpetrator_id,
        claims.perpetrator,
        claims.place_id,
        claims.place_text,
        claims.event_date,
        claims.date_precision,
        claims.date_earliest,
        claims.date_latest,
        claims.date_method,
        claims.period_text,
        claims.scope,
        claims.is_lead_figure,
        wholes.whole_claim_id is not null as is_part,
        wholes.whole_claim_id as part_of_claim_id,
        claims.attributed_to_id,
        claims.attributed_to,
        claims.via,
        claims.rule_id,
        claims.sentence_id,
        claims.evidence_field,
        claims.sentence_text as exact,
        claims.sentence_start as start_offset,
        claims.sentence_end as end_offset
    from claims
    left join wholes on claims.claim_id = wholes.part_claim_id
    left join clusters on coalesce(wholes.whole_claim_id, claims.claim_id) = clusters.claim_id
)

select * from casualty_figures
