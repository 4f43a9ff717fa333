-- Grain: one statement that an article puts into somebody's mouth, with the outlet and its day.

with

reported as (
    select * from {{ ref('fct_statements') }}
),

articles as (
    select * from {{ ref('dim_articles') }}
),

statements as (
    select
        reported.statement_id,
        articles.publisher_name,
        articles.published_date,
        reported.attributed_to,
        reported.via,
        reported.is_denial,
        reported.exact,
        reported.article_id,
        articles.title,
        coalesce(articles.source_url, articles.source_uri) as source_address,
        reported.sentence_id,
        reported.start_offset
    from reported
    inner join articles on reported.article_id = articles.article_id
    where articles.is_latest_version
)

select * from statements
