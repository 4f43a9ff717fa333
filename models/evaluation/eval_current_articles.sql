-- One row per external id: the one article of the warehouse that annotations under this id are compared with.
-- Several articles can carry one external id (a page loaded from two files, an article that its publisher edited): the
-- latest version counts, an original before a copy of it, and of what is left the smallest id.

with dim_articles as (
    select * from {{ ref('dim_articles') }}
),

raw_articles as (
    select * from {{ source('raw', 'articles') }}
),

chosen as (
    select
        external_id,
        article_id,
        published_date
    from dim_articles
    where is_latest_version
    qualify row_number() over (
        partition by external_id
        order by case when duplicate_of_article_id is null then 0 else 1 end, article_id
    ) = 1
),

worded as (
    select
        chosen.external_id,
        chosen.article_id,
        chosen.published_date,
        raw_articles.text,
        coalesce(raw_articles.title, '') as title
    from chosen
    inner join raw_articles on chosen.article_id = raw_articles.article_id
)

select * from worded
