{{ config(materialized='view') }}
-- Grain: one sentence, as a string with one character per token: the class of the word that begins there.

with

words as (
    select * from {{ ref('int_words') }}
),

sentence_words as (
    select
        sentence_id,
        any_value(article_id) as article_id,
        {{ joined_in_order("symbol || repeat('~', token_count - 1)", 'token_index') }} as word_classes
    from words
    group by sentence_id
)

select * from sentence_words
