-- Grain: one claim of control: who holds, took, lost or besieges what, in the words of whom.

with

control_claims as (
    select * from {{ ref('fct_control_claims') }}
),

claims as (
    select * from {{ ref('claims') }}
),

organizations as (
    select * from {{ ref('dim_organizations') }}
),

holdings as (
    select
        control_claims.claim_id,
        claims.place,
        control_claims.territory,
        organizations.side,
        control_claims.actor,
        control_claims.relation,
        control_claims.stance,
        control_claims.share_text,
        control_claims.share,
        control_claims.share_low,
        control_claims.share_high,
        claims.said_by,
        claims.via,
        claims.publisher_name,
        control_claims.as_of_date,
        claims.published_date,
        claims.conflict_count,
        claims.exact
    from control_claims
    inner join claims on control_claims.claim_id = claims.claim_id
    left join organizations on control_claims.actor_id = organizations.organization_id
)

select * from holdings
