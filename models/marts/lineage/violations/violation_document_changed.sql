-- Grain: one document whose bytes are no longer those that were loaded.

with

documents as (
    select * from {{ source('raw', 'documents') }}
),

violations as (
    select
        document_id as record_id,
        'the bytes no longer give the content hash ' || content_hash as problem
    from documents
    where content_hash is distinct from {{ sha256('content') }} or byte_count is distinct from octet_length(content)
)

select * from violations
