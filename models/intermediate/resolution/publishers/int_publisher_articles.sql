-- Grain: one publisher of an article.

with

article_publishers as (
    select * from {{ ref('int_article_publishers') }}
),

publisher_articles as (
    select
        publisher_id,
        cast(count(*) as integer) as article_count
    from article_publishers
    group by publisher_id
)

select * from publisher_articles
