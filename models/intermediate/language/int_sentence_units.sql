-- Grain: one sentence, as class strings in three passes: words, then mentions (numbers, dates, names), then figures.

with

sentence_words as (
    select * from {{ ref('int_sentence_words') }}
),

mentions as (
    select
        *,
        {{ rewrite_units('word_classes', 1) }} as mention_classes
    from sentence_words
),

figures as (
    select
        *,
        {{ rewrite_units('mention_classes', 2) }} as unit_classes
    from mentions
)

select * from figures
