-- Grain: one line with something on it, of an article's title or text.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

fields as (
    select
        article_id,
        'title' as evidence_field,
        title as field_text
    from articles
    where title is not null

    union all

    select
        article_id,
        'text' as evidence_field,
        text as field_text
    from articles
),

-- The two alternatives cover every character, so the running sum of lengths is the position.
pieces as (
    {{ unnest_with_position(
        'fields', ['article_id', 'evidence_field'], "regexp_extract_all(field_text, '[^\\n]+|\\n+', 0)", 'piece', 'piece_index'
    ) }}
),

placed as (
    select
        article_id,
        evidence_field,
        piece,
        coalesce(sum(length(piece)) over (
            partition by article_id, evidence_field
            order by piece_index
            rows between unbounded preceding and 1 preceding
        ), 0) as piece_offset
    from pieces
),

trimmed as (
    select
        article_id,
        evidence_field,
        piece_offset,
        regexp_extract(piece, '^([\s\p{Z}\x{FEFF}]*)', 1) as indent,
        regexp_extract(
            piece, '^[\s\p{Z}\x{FEFF}]*([^\s\p{Z}\x{FEFF}](?:.*[^\s\p{Z}\x{FEFF}])?)', 1
        ) as text
    from placed
),

lines as (
    select
        article_id,
        evidence_field,
        text,
        cast(piece_offset + length(indent) as integer) as start_offset,
        cast(piece_offset + length(indent) + length(text) as integer) as end_offset
    from trimmed
    where text != ''
)

select * from lines
