-- Grain: one article version, with its place among the texts that one source held under one external id.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

numbered as (
    select
        article_id,
        row_number() over (
            partition by source_uri, coalesce(external_id, article_id)
            order by loaded_at, article_id
        ) as version_number,
        count(*) over (
            partition by source_uri, coalesce(external_id, article_id)
        ) as version_count
    from articles
),

article_versions as (
    select
        article_id,
        cast(version_number as integer) as version_number,
        version_number = version_count as is_latest_version
    from numbered
)

select * from article_versions
