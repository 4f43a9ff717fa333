-- Grain: one article version: what one source held at one time.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

languages as (
    select * from {{ ref('stg_article_languages') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

texts as (
    select * from {{ ref('int_article_texts') }}
),

versions as (
    select * from {{ ref('int_article_versions') }}
),

copies as (
    select * from {{ ref('int_article_copies') }}
),

dim_articles as (
    select
        articles.article_id,
        articles.document_id,
        articles.external_id,
        articles.source_uri,
        articles.source_url,
        publishers.publisher_id,
        publishers.name as publisher_name,
        texts.title,
        document_dates.published_date,
        document_dates.published_date_earliest,
        document_dates.published_date_latest,
        document_dates.published_date_precision,
        document_dates.published_date_method,
        languages.language,
        texts.word_count,
        versions.version_number,
        versions.is_latest_version,
        copies.duplicate_of_article_id,
        articles.content_hash,
        articles.loaded_at
    from articles
    inner join texts on articles.article_id = texts.article_id
    inner join versions on articles.article_id = versions.article_id
    inner join document_dates on articles.article_id = document_dates.article_id
    inner join languages on articles.article_id = languages.article_id
    left join publishers on articles.article_id = publishers.article_id
    left join copies on articles.article_id = copies.article_id
)

select * from dim_articles
