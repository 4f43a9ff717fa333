-- Grain: one token of a sentence that can hold facts.

with

sentences as (
    select * from {{ ref('stg_sentences') }}
    where can_hold_facts
),

token_lists as (
    select
        sentence_id,
        article_id,
        start_offset as sentence_start,
        {{ extract_all('text', token_pattern()) }} as pieces
    from sentences
),

pieces as (
    {{ unnest_with_position(
        'token_lists', ['sentence_id', 'article_id', 'sentence_start'], 'pieces', 'piece', 'position'
    ) }}
),

placed as (
    select
        sentence_id,
        article_id,
        position + 1 as token_index,
        {{ trim_left('piece') }} as token,
        length(piece) as piece_length,
        {{ trim_left('lead(piece) over (partition by sentence_id order by position)') }} as next_token,
        sentence_start + sum(length(piece)) over (
            partition by sentence_id
            order by position
            rows between unbounded preceding and current row
        ) as end_offset
    from pieces
),

tokens as (
    select
        sentence_id,
        article_id,
        cast(token_index as integer) as token_index,
        token,
        next_token,
        cast(end_offset - length(token) as integer) as start_offset,
        cast(end_offset as integer) as end_offset,
        length(token) < piece_length as has_space_before
    from placed
)

select * from tokens
