{{ config(materialized='view') }}
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

pieces as (
    {{ unnest_with_position(
        'fields', ['article_id', 'evidence_field'], split_lines('field_text'), 'line', 'line_index'
    ) }}
),

-- No engine here returns the position of a piece: it is the sum of the lengths before it, line feeds included.
placed as (
    select
        article_id,
        evidence_field,
        line,
        coalesce(sum(length(line) + 1) over (
            partition by article_id, evidence_field
            order by line_index
            rows between unbounded preceding and 1 preceding
        ), 0) as line_offset
    from pieces
),

trimmed as (
    select
        article_id,
        evidence_field,
        line,
        line_offset,
        {{ trim_spaces('line') }} as text
    from placed
),

lines as (
    select
        article_id,
        evidence_field,
        text,
        cast(row_number() over (
            partition by article_id, evidence_field
            order by line_offset
        ) - 1 as integer) as line_index,
        cast(line_offset + position(text in line) - 1 as integer) as start_offset,
        cast(line_offset + position(text in line) - 1 + length(text) as integer) as end_offset
    from trimmed
    where text != ''
)

select * from lines
