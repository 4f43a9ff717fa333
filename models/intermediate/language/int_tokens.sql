-- Grain: one token of a sentence that can hold facts.

with

sentences as (
    select
        sentence_id,
        article_id,
        tokens,
        {{ following_elements('tokens') }} as next_tokens
    from {{ ref('int_sentence_tokens') }}
),

unnested as (
    {{ unnest_lists(
        'sentences', ['sentence_id', 'article_id'], {'token': 'tokens', 'next_token': 'next_tokens'}, 'token_index'
    ) }}
),

tokens as (
    select
        sentence_id,
        article_id,
        cast(token_index as integer) as token_index,
        token,
        next_token
    from unnested
)

select * from tokens
