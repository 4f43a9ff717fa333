-- Grain: one unit of a sentence that names somebody or something: a person with or without office, an organization, a
-- place, or capitalised words that nothing is known of. Words right before a known name belong to its unit.

{%- set language = grammar() %}
{%- set unit_pattern = '(?:' ~ compile_pattern(
    '<full_name> <named_person|named_organization>? | <named_place> <named_organization>'
    ~ '| (<!named_person|named_organization|named_place|name|particle>)+', language
) ~ ')|.~*' %}
{%- set persons = compile_pattern('<named_person>', language) %}
{%- set organizations = compile_pattern('<named_organization>', language) %}

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

pieces as (
    {{ unnest_pieces(
        'sentence_units', ['sentence_id', 'article_id', 'word_classes'], extract_all('mention_classes', unit_pattern)
    ) }}
),

placed as (
    select
        sentence_id,
        article_id,
        word_classes,
        piece as unit,
        cast(length(piece) as integer) as token_count,
        cast(end_position - length(piece) + 1 as integer) as token_index
    from pieces
),

word_classes as (
    select * from {{ ref('word_classes') }}
    where word_class in ('named_person', 'named_organization', 'named_place', 'name', 'particle')
),

name_units as (
    select
        placed.sentence_id,
        placed.article_id,
        placed.token_index,
        placed.token_count,
        case
            when {{ matches('placed.unit', persons) }} then 'named_person'
            when {{ matches('placed.unit', organizations) }} then 'named_organization'
            when word_classes.word_class = 'named_place' then 'named_place'
            else 'name'
        end as unit_class,
        word_classes.word_class not in ('named_person', 'named_organization') as begins_otherwise,
        substring(placed.word_classes, placed.token_index, placed.token_count) as word_classes
    from placed
    inner join word_classes on substring(placed.unit, 1, 1) = word_classes.symbol
    where word_classes.word_class != 'particle' or placed.token_count > 1
)

select * from name_units
