-- Grain: one article whose date has to be found in its address or text, because its metadata state none.
-- With `--vars 'date_every_article_from_text: true'` it is every article: analyses/document_date_accuracy.sql then
-- compares what the text gives with what the metadata say.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

articles_to_date as (
    select
        article_id,
        source_url,
        cast(loaded_at as date) as loaded_date
    from articles
    where
        published_at is null
        or {{ var('date_every_article_from_text', false) }}
)

select * from articles_to_date
