-- Grain: one publisher: known to the seeds, or found in the metadata or address of an article.

with

known_publishers as (
    select * from {{ ref('world_publishers') }}
),

countries as (
    select * from {{ ref('world_countries') }}
),

article_publishers as (
    select * from {{ ref('int_article_publishers') }}
),

publisher_articles as (
    select * from {{ ref('int_publisher_articles') }}
),

known as (
    select
        {{ content_id(["'publisher'", 'known_publishers.entity_key']) }} as publisher_id,
        known_publishers.name,
        countries.name as country,
        known_publishers.publisher_type,
        true as is_curated
    from known_publishers
    left join countries on known_publishers.country_code = countries.country_code
),

found as (
    select distinct
        publisher_id,
        name,
        cast(null as {{ dbt.type_string() }}) as country,
        cast(null as {{ dbt.type_string() }}) as publisher_type,
        false as is_curated
    from article_publishers
    where entity_key is null
),

all_publishers as (
    select * from known

    union all

    select * from found
),

publishers as (
    select
        all_publishers.publisher_id,
        all_publishers.name,
        all_publishers.country,
        all_publishers.publisher_type,
        all_publishers.is_curated,
        coalesce(publisher_articles.article_count, 0) as article_count
    from all_publishers
    left join publisher_articles on all_publishers.publisher_id = publisher_articles.publisher_id
)

select * from publishers
