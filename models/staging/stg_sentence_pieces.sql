{{ config(materialized='view') }}
-- Grain: one stretch of a paragraph up to and with the next full stop, question or exclamation mark, the quotes and
-- brackets it closes and the white space behind. The pieces cover the paragraph.

{#- The second alternative is the rest of a paragraph that ends without a mark. -#}
{%- set piece -%}
    [^.!?…]*[.!?…]+["”’»)\]\x27]*[\s\p{Z}]*|[^.!?…]+
{%- endset %}

with

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
    where role != 'dateline'
),

pieces as (
    {{ unnest_with_position(
        'paragraphs', ['paragraph_id', 'start_offset'], extract_all('text', piece), 'text', 'piece_index'
    ) }}
),

-- No engine here returns the position of a match: it is the sum of the lengths before it.
sentence_pieces as (
    select
        paragraph_id,
        piece_index,
        text,
        cast(start_offset + coalesce(sum(length(text)) over (
            partition by paragraph_id
            order by piece_index
            rows between unbounded preceding and 1 preceding
        ), 0) as integer) as start_offset
    from pieces
)

select * from sentence_pieces
