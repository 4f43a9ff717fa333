-- Grain: one stretch of a paragraph that ends where a sentence might end.

with

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
),

pieces as (
    {{ unnest_with_position(
        'paragraphs',
        ['paragraph_id', 'start_offset'],
        "regexp_extract_all(text, '" ~ sentence_piece_pattern() ~ "', 0)",
        'piece',
        'piece_index'
    ) }}
),

placed as (
    select
        paragraph_id,
        piece_index,
        piece,
        cast(start_offset + coalesce(sum(length(piece)) over (
            partition by paragraph_id
            order by piece_index
            rows between unbounded preceding and 1 preceding
        ), 0) as integer) as start_offset
    from pieces
)

select * from placed
