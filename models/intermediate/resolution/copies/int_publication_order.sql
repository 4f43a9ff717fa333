-- Grain: one article version, with its place in the order of publication.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

-- What metadata say to the second goes before what is known to the day.
dated as (
    select
        articles.article_id,
        document_dates.published_date,
        coalesce(articles.published_at, cast(document_dates.published_date as timestamp)) as published_at,
        articles.source_url,
        articles.content_hash
    from articles
    inner join document_dates on articles.article_id = document_dates.article_id
),

publication_order as (
    select
        *,
        cast(row_number() over (order by published_at nulls last, article_id) as integer) as publication_number
    from dated
)

select * from publication_order
