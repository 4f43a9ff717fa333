-- Grain: one unit of a sentence after the last pass: a figure, a mention, or a word that belongs to no larger unit.

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

unit_lists as (
    select
        sentence_id,
        article_id,
        unit_classes,
        mention_classes,
        {{ extract_all('unit_classes', '.~*') }} as units
    from sentence_units
),

pieces as (
    {{ unnest_with_position(
        'unit_lists', ['sentence_id', 'article_id', 'unit_classes', 'mention_classes'], 'units', 'unit', 'unit_index'
    ) }}
),

placed as (
    select
        sentence_id,
        article_id,
        unit_index,
        substring(unit, 1, 1) as symbol,
        cast(length(unit) as integer) as token_count,
        cast(sum(length(unit)) over (
            partition by sentence_id
            order by unit_index
            rows between unbounded preceding and current row
        ) - length(unit) + 1 as integer) as token_index
    from pieces
),

word_classes as (
    select * from {{ ref('word_classes') }}
),

units as (
    select
        placed.sentence_id,
        placed.article_id,
        placed.unit_index,
        word_classes.word_class as unit_class,
        placed.symbol,
        placed.token_index,
        placed.token_count
    from placed
    inner join word_classes on placed.symbol = word_classes.symbol
)

select * from units
