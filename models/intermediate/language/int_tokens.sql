-- Grain: one token of a sentence that can hold facts.

with

sentences as (
    select
        sentence_id,
        article_id,
        start_offset as sentence_start,
        text
    from {{ ref('stg_sentences') }}
    where can_hold_facts
),

pieces as (
    {{ unnest_pieces(
        'sentences', ['sentence_id', 'article_id', 'sentence_start'], extract_all('text', token_pattern())
    ) }}
),

trimmed as (
    select
        *,
        {{ trim_left('piece') }} as token
    from pieces
),

tokens as (
    select
        sentence_id,
        article_id,
        cast(piece_index as integer) as token_index,
        token,
        {{ trim_left('next_piece') }} as next_token,
        cast(sentence_start + end_position - length(token) as integer) as start_offset,
        cast(sentence_start + end_position as integer) as end_offset,
        length(token) < length(piece) as has_space_before
    from trimmed
)

select * from tokens
