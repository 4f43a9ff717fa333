-- Grain: one document of an article whose bytes are no longer those that were loaded.

with

documents as (
    select * from {{ source('raw', 'documents') }}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

violations as (
    select
        documents.document_id as record_id,
        'the bytes no longer give the content hash ' || documents.content_hash as problem
    from documents
    inner join articles on documents.document_id = articles.document_id
    where
        documents.content_hash is distinct from {{ sha256('documents.content') }}
        or documents.byte_count is distinct from octet_length(documents.content)
)

select * from violations
