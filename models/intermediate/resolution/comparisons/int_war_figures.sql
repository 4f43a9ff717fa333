-- Grain: one casualty figure about a whole war, with the war that it is about: in the country of its place, else in the
-- country in which its article places most.

with

claims as (
    select * from {{ ref('int_casualty_claims') }}
    where scope = 'cumulative' and whole_claim_key is null
),

publication_order as (
    select * from {{ ref('int_publication_order') }}
    where published_date is not null
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

copies as (
    select * from {{ ref('int_article_copies') }}
),

theatres as (
    select * from {{ ref('int_article_theatres') }}
    where is_clear
),

places as (
    select * from {{ ref('stg_places') }}
),

countries as (
    select * from {{ ref('world_countries') }}
),

wars as (
    select * from {{ ref('world_conflicts') }}
),

war_figures as (
    select
        claims.claim_id,
        wars.conflict_key,
        claims.outcome,
        case when claims.victim_group in ('unknown', 'mixed') then 'anybody' else claims.victim_group end
            as victim_kind,
        claims.original_value,
        claims.qualifier,
        coalesce(claims.value, claims.value_low) as size,
        coalesce(claims.value_low, case claims.qualifier when 'up_to' then 0 else floor(claims.value * 0.8) end, 1)
            as least,
        coalesce(claims.value_high, case claims.qualifier when 'about' then ceil(claims.value * 1.2) end) as most,
        publication_order.published_date
    from claims
    inner join publication_order on claims.article_id = publication_order.article_id
    inner join versions on claims.article_id = versions.article_id
    left join copies on claims.article_id = copies.article_id
    left join places on claims.place_id = places.place_id
    left join theatres on claims.article_id = theatres.article_id
    inner join countries
        on case when claims.place_id is null then theatres.country else places.country end = countries.name
    inner join wars
        on
            countries.country_code = wars.country_code
            and publication_order.published_date >= wars.start_date
    where copies.article_id is null and (claims.place_id is null or places.place_type = 'country')
    qualify row_number() over (
        partition by claims.claim_id
        order by wars.start_date desc, wars.conflict_key asc
    ) = 1
)

select * from war_figures
