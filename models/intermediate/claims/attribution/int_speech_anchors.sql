-- Grain: one word that may report speech (said, according to, quoted, put, denied), with what stands around it.

with

units as (
    select * from {{ ref('int_units') }}
    where unit_class in ('said', 'according', 'quoted', 'put', 'denied')
),

sentence_units as (
    select sentence_id, mention_classes from {{ ref('int_sentence_units') }}
),

anchors as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        units.symbol as anchor_symbol,
        substring(sentence_units.mention_classes, 1, units.token_index - 1) as classes_before,
        substring(sentence_units.mention_classes, units.token_index + units.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
)

select * from anchors
