-- Grain: one article about a disaster: its headline or first sentences tell of one that did harm, and of no war.

{%- set language = grammar() %}
{%- set disaster = compile_pattern('<disaster>', language) %}
{%- set harm = compile_pattern('<harmed|harming|harm|died|dead|deaths|counted_harm>', language) %}

with

openings as (
    select
        article_id,
        sentence_id
    from {{ ref('stg_sentences') }}
    where sentence_index <= 2
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

wars as (
    select distinct sentence_id
    from {{ ref('int_words') }}
    where word_class = 'attack' or (word_class = 'strife' and meaning is not null)
),

disaster_articles as (
    select openings.article_id
    from openings
    inner join sentence_units on openings.sentence_id = sentence_units.sentence_id
    left join wars on openings.sentence_id = wars.sentence_id
    group by openings.article_id
    having
        count(wars.sentence_id) = 0
        and bool_or(
            {{ matches('sentence_units.unit_classes', disaster) }}
            and {{ matches('sentence_units.unit_classes', harm) }}
        )
)

select * from disaster_articles
