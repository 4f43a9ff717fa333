-- Every dispute about one place: claims that exclude each other, and denials that articles tell of.
--     dbt show --select disputes_about_a_place --vars '{place: Syria}' --limit 50

with

conflicts as (
    select * from {{ ref('fct_claim_conflicts') }}
),

denials as (
    select * from {{ ref('fct_stated_disputes') }}
    where counter_claim_id is null
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

conflicting as (
    select
        places.name as place,
        conflicts.conflict_kind,
        claims_a.attributed_to as one_source,
        claims_a.exact as one_claim,
        claims_b.attributed_to as other_source,
        claims_b.exact as other_claim
    from conflicts
    inner join claims as claims_a on conflicts.claim_id_a = claims_a.claim_id
    inner join claims as claims_b on conflicts.claim_id_b = claims_b.claim_id
    inner join places on coalesce(claims_a.place_id, claims_b.place_id) = places.place_id
),

denied as (
    select
        places.name as place,
        'denied ' || denials.denied_thing as conflict_kind,
        denials.claimed_by as one_source,
        claims.exact as one_claim,
        denials.denied_by as other_source,
        denials.exact as other_claim
    from denials
    inner join claims on denials.claim_id = claims.claim_id
    inner join places on claims.place_id = places.place_id
),

disputes as (
    select * from conflicting
    union all
    select * from denied
    order by conflict_kind, one_source, one_claim, other_claim
)

select * from disputes
