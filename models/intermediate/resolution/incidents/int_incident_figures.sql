-- Grain: one casualty figure about an event, not a part of another figure, with what tells its incident from others.

with

claims as (
    select * from {{ ref('int_casualty_claims') }}
    where scope = 'event' and whole_claim_key is null
),

publication_order as (
    select * from {{ ref('int_publication_order') }}
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

victims as (
    select * from {{ ref('int_incident_victims') }}
),

places as (
    select
        place_id,
        place_type,
        country_code
    from {{ ref('stg_places') }}
),

-- A figure without a place, or in a whole country, is where the main figure of its article is.
main_places as (
    select
        claims.article_id,
        claims.place_id,
        places.country_code
    from claims
    inner join places on claims.place_id = places.place_id
    where claims.lead_rank = 1 and places.place_type not in ('country', 'region')
    qualify row_number() over (
        partition by claims.article_id
        order by claims.outcome = 'killed' desc, claims.claim_id
    ) = 1
),

-- What the words allow: "about" and "nearly" leave a fifth, as far as figures of one event are compared.
bounded as (
    select
        *,
        coalesce(value, value_low) as size,
        coalesce(value_low, case qualifier when 'up_to' then 0 else floor(value * 0.8) end, 1) as least,
        coalesce(value_high, case qualifier when 'about' then ceil(value * 1.2) end) as most
    from claims
),

incident_figures as (
    select
        bounded.claim_id,
        bounded.article_id,
        bounded.outcome,
        bounded.lead_rank = 1 as is_lead_figure,
        bounded.sentence_index,
        bounded.attributed_to,
        bounded.size,
        bounded.least,
        bounded.most,
        publication_order.published_date,
        publication_order.published_at,
        case
            when own_places.place_type not in ('country', 'region') then bounded.place_id
            else main_places.place_id
        end as place_id,
        coalesce(own_places.country_code, main_places.country_code) as country_code,
        victims.victim_kind,
        victims.is_subset,
        victims.is_addition,
        case
            when {{ date_difference('bounded.date_latest', 'bounded.date_earliest') }} <= 2 then 'dated'
            when
                bounded.lead_rank = 1
                and {{ date_difference(
                    'publication_order.published_date',
                    "coalesce(bounded.date_earliest, publication_order.published_date)"
                ) }} <= 31
                then 'recent'
            else 'unknown'
        end as window_kind,
        coalesce(bounded.date_earliest, {{ add_days('publication_order.published_date', -3) }}) as window_start,
        coalesce(bounded.date_latest, publication_order.published_date) as window_end
    from bounded
    inner join publication_order on bounded.article_id = publication_order.article_id
    inner join victims on bounded.claim_id = victims.claim_id
    inner join versions on bounded.article_id = versions.article_id
    left join places as own_places on bounded.place_id = own_places.place_id
    left join main_places on bounded.article_id = main_places.article_id
)

select * from incident_figures
