-- Every conflict between claims about one place: dbt show --select disputes_about_a_place --vars '{place: Syria}' --limit 50

with

conflicts as (
    select * from {{ ref('fct_claim_conflicts') }}
),

claims as (
    select
        claim_id,
        place_id,
        exact,
        attributed_to,
        article_id
    from {{ ref('fct_control_claims') }}
    union all
    select
        claim_id,
        place_id,
        exact,
        attributed_to,
        article_id
    from {{ ref('fct_casualty_figures') }}
    union all
    select
        claim_id,
        place_id,
        exact,
        attributed_to,
        article_id
    from {{ ref('fct_meeting_reports') }}
),

places as (
    select * from {{ ref('dim_places') }}
    where name = '{{ var("place", "Aleppo") }}'
),

disputes as (
    select
        places.name as place,
        conflicts.conflict_kind,
        conflicts.detail,
        claims_a.attributed_to as one_source,
        claims_a.exact as one_claim,
        claims_b.attributed_to as other_source,
        claims_b.exact as other_claim
    from conflicts
    inner join claims as claims_a on conflicts.claim_id_a = claims_a.claim_id
    inner join claims as claims_b on conflicts.claim_id_b = claims_b.claim_id
    inner join places on coalesce(claims_a.place_id, claims_b.place_id) = places.place_id
    order by conflicts.conflict_kind, conflicts.conflict_id
)

select * from disputes
