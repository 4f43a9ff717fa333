-- Grain: two claims that cannot both hold, side by side in words.

with

conflicts as (
    select * from {{ ref('fct_claim_conflicts') }}
),

claims as (
    select * from {{ ref('claims') }}
),

disputes as (
    select
        conflicts.conflict_id,
        conflicts.claim_type,
        conflicts.conflict_kind,
        coalesce(one.place, other.place) as place,
        one.claim_id as one_claim_id,
        one.claim_summary as one_summary,
        one.said_by as one_said_by,
        one.publisher_name as one_publisher_name,
        one.published_date as one_published_date,
        one.exact as one_exact,
        other.claim_id as other_claim_id,
        other.claim_summary as other_summary,
        other.said_by as other_said_by,
        other.publisher_name as other_publisher_name,
        other.published_date as other_published_date,
        other.exact as other_exact,
        conflicts.detail
    from conflicts
    inner join claims as one on conflicts.claim_id_a = one.claim_id
    inner join claims as other on conflicts.claim_id_b = other.claim_id
)

select * from disputes
