-- Grain: one statement of control that its article asserts or denies, with the side meant, the source, and the day.

with

mentions as (
    select * from {{ ref('int_control_claims') }}
    where mention_id = claim_id
    qualify row_number() over (
        partition by claim_id
        order by claim_key
    ) = 1
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

control_dates as (
    select * from {{ ref('int_control_dates') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

copies as (
    select * from {{ ref('int_article_copies') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

entities as (
    select * from {{ ref('stg_entities') }}
),

-- "Russia holds" and "the Russian army holds" say the same.
sides_of_countries as (
    select
        country_code,
        min(side) as side
    from entities
    where organization_type in ('government', 'army') and side is not null
    group by country_code
),

control_statements as (
    select
        mentions.claim_id,
        mentions.article_id,
        mentions.place_id,
        mentions.territory,
        mentions.actor,
        mentions.relation,
        mentions.share,
        mentions.share_text,
        coalesce(mentions.share_low, case when mentions.share_text is null then 1 else 0 end) as share_low,
        coalesce(mentions.share_high, 1) as share_high,
        coalesce(attributions.is_denied, false) or mentions.stance = 'denied' as is_denied,
        coalesce(entities.side, sides_of_countries.side, mentions.actor_id) as side,
        attributions.attributed_to,
        coalesce(
            attributions.attributed_to_id,
            {{ compared_words('attributions.attributed_to') }},
            publishers.publisher_id,
            publishers.name,
            mentions.article_id
        ) as source,
        coalesce(dates.date_earliest, document_dates.published_date) as day_start,
        coalesce(dates.date_latest, document_dates.published_date) as day_end
    from mentions
    inner join versions on mentions.article_id = versions.article_id
    inner join document_dates on mentions.article_id = document_dates.article_id
    left join copies on mentions.article_id = copies.article_id
    left join attributions on mentions.claim_key = attributions.claim_key
    left join control_dates on mentions.claim_id = control_dates.claim_id
    left join dates on coalesce(control_dates.date_key, mentions.claim_key) = dates.claim_key
    left join publishers on mentions.article_id = publishers.article_id
    left join entities on mentions.actor_id = entities.entity_id
    left join sides_of_countries
        on entities.entity_type = 'place' and entities.country_code = sides_of_countries.country_code
    where copies.article_id is null
)

select * from control_statements
