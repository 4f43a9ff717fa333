-- Grain: one unit of a sentence after the last pass: a figure, a mention, or a word that belongs to no larger unit.

with

sentence_units as (
    select
        sentence_id,
        article_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

word_classes as (
    select * from {{ ref('word_classes') }}
),

pieces as (
    {{ unnest_pieces('sentence_units', ['sentence_id', 'article_id'], extract_all('unit_classes', '.~*')) }}
),

units as (
    select
        pieces.sentence_id,
        pieces.article_id,
        cast(pieces.piece_index as integer) as unit_index,
        word_classes.word_class as unit_class,
        word_classes.symbol,
        cast(pieces.end_position - length(pieces.piece) + 1 as integer) as token_index,
        cast(length(pieces.piece) as integer) as token_count
    from pieces
    inner join word_classes on substring(pieces.piece, 1, 1) = word_classes.symbol
)

select * from units
