-- Grain: one statement of control as one article makes it, however many times.

with

mentions as (
    select * from {{ ref('int_control_claims') }}
),

control_dates as (
    select * from {{ ref('int_control_dates') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

claims as (
    select * from mentions
    where mention_id = claim_id
    qualify row_number() over (
        partition by claim_id
        order by claim_key
    ) = 1
),

control_claims as (
    select
        claims.claim_id,
        claims.article_id,
        claims.actor_id,
        claims.actor,
        claims.place_id,
        claims.territory,
        claims.relation,
        claims.share,
        claims.share_low,
        claims.share_high,
        claims.share_text,
        dates.event_date as as_of_date,
        dates.date_precision,
        dates.date_method,
        case when attributions.is_denied then 'denied' else claims.stance end as stance,
        attributions.attributed_to_id,
        attributions.attributed_to,
        attributions.via,
        claims.rule_id,
        claims.sentence_id,
        claims.evidence_field,
        claims.exact,
        claims.start_offset,
        claims.end_offset
    from claims
    left join control_dates on claims.claim_id = control_dates.claim_id
    left join dates on control_dates.date_key = dates.claim_key
    left join attributions on claims.claim_key = attributions.claim_key
)

select * from control_claims
