-- Grain: one article as loaded, in every version that was ever loaded.

with

raw_articles as (
    select * from {{ source('raw', 'articles') }}
),

raw_documents as (
    select * from {{ source('raw', 'documents') }}
),

articles as (
    select
        raw_articles.article_id,
        raw_articles.document_id,
        raw_articles.load_id,
        raw_articles.external_id,
        raw_articles.record_source,
        raw_documents.source_uri,
        raw_articles.title,
        raw_articles.text,
        raw_articles.publisher,
        raw_articles.source_url,
        raw_articles.published_at,
        raw_articles.language,
        raw_articles.extractor,
        raw_articles.extractor_version,
        {{ content_id(['raw_articles.title', 'raw_articles.text']) }} as content_hash,
        raw_articles.loaded_at
    from raw_articles
    inner join raw_documents on raw_articles.document_id = raw_documents.document_id
)

select * from articles
