{{ config(materialized='view') }}
-- Grain: one sentence, as a string with one character per token: the class of the word that begins there.

{%- set language = grammar() %}
{%- set place_before = compile_pattern('<place|country> <comma>', language) %}
{%- set a_place = compile_pattern('<place|country>', language) | replace('~*', '') %}
{%- set owns = compile_pattern('<genitive_mark>|<role|roles>', language) %}

with

words as (
    select * from {{ ref('int_words') }}
),

joined as (
    select
        sentence_id,
        any_value(article_id) as article_id,
        {{ joined_in_order("symbol || repeat('~', token_count - 1)", 'token_index') }} as word_classes
    from words
    group by sentence_id
),

-- "In Mosul, Iraq's second city", "in Kramatorsk, Donetsk governor ...": the second place is no part of the first one's
-- name, but the owner of what follows, and joins it like any other name.
sentence_words as (
    select
        sentence_id,
        article_id,
        {{ replace_all(
            'word_classes', '(' ~ place_before ~ ')' ~ a_place ~ '(~*(?:' ~ owns ~ '))', '\\1' ~ symbols_of(['name']) ~ '\\2'
        ) }} as word_classes
    from joined
)

select * from sentence_words
