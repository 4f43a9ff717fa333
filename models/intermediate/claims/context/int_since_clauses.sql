-- Grain: one stretch of time that a war, fighting, an attack or what happened on a stated date opens ("since the
-- conflict began", "since they intervened in April"), or whatever else victims are added up from ("since the truce"),
-- with its first day and that of the article where it has a date.

{%- set language = grammar() %}
{%- set in_clause = '!stop|comma|said|harmed|died|dead|deaths|figure|quantity|counted_harm|quote|and|but|that|according'
    ~ '|be|have|date|since' %}
{%- set clause = '^(' ~ compile_pattern(
    '<since> ((<' ~ in_clause ~ '|word> <' ~ in_clause ~ '>{0,3} (<date> <' ~ in_clause ~ '>{0,2})?)? <strife|attack>'
    ~ ' (<' ~ in_clause ~ '|strife|attack>{0,4} <in|on>? <date> | <word|reached|plan|made>{0,2})'
    ~ ' | <' ~ in_clause ~ '>{2,6} <in|on>? <date>)', language
) ~ ')' %}
{#- "Have been killed since the truce": whatever opened it, where victims are added up. "Since 2011" has a date. -#}
{%- set any_clause = '^(' ~ compile_pattern(
    '<since> <definite|possessive|indefinite> <' ~ in_clause ~ '>{1,8} (<in|on>? <date>)?', language
) ~ ')' %}
{%- set goes_on = '^' ~ compile_pattern('<have|be|harmed|died|relative>', language) %}
{%- set added_up = compile_pattern(
    '<have> (<be|adverb|said|get>){0,4} <harmed|died|dead|drove> | <harmed|died> <since>', language
) %}
{#- "Since the attacks in Paris, which killed 130": it is the attacks that killed them. -#}
{%- set told_of = '^' ~ compile_pattern(
    '(<in|of|on> <named_place>)? <comma>? <relative|that>'
    ~ ' | (<in|of|on|over> (<!comma|stop|said>){1,6})? <comma> <relative>', language
) %}
with

words as (
    select
        sentence_id,
        article_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'since'
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

compared_sinces as (
    select * from {{ ref('int_compared_sinces') }}
),

dates as (
    select * from {{ ref('int_date_values') }}
),

documents as (
    select
        article_id,
        cast(published_date as date) as published_date
    from {{ ref('int_document_dates') }}
),

opened as (
    select
        words.sentence_id,
        words.article_id,
        words.token_index,
        substring(sentence_units.unit_classes, words.token_index) as classes_from,
        {{ matches('sentence_units.unit_classes', added_up) }} as is_added_up
    from words
    inner join sentence_units on words.sentence_id = sentence_units.sentence_id
    left join compared_sinces
        on words.sentence_id = compared_sinces.sentence_id and words.token_index = compared_sinces.token_index
    where compared_sinces.sentence_id is null
),

clauses as (
    select
        *,
        not {{ matches('classes_from', clause) }} as is_open,
        case
            when {{ matches('classes_from', clause) }} then length({{ extract_group('classes_from', clause, 1) }})
            else length({{ extract_group('classes_from', any_clause, 1) }})
        end as token_count
    from opened
    where {{ matches('classes_from', clause) }} or (is_added_up and {{ matches('classes_from', any_clause) }})
),

since_clauses as (
    select
        clauses.sentence_id,
        clauses.article_id,
        clauses.token_index,
        cast(clauses.token_count as integer) as token_count,
        min(dates.date_earliest) as date_earliest,
        min(case when dates.date_earliest is not null then documents.published_date end) as date_latest
    from clauses
    left join dates
        on
            clauses.sentence_id = dates.sentence_id
            and clauses.token_index <= dates.token_index
            and dates.token_index < clauses.token_index + clauses.token_count
    left join documents on clauses.article_id = documents.article_id
    where
        not {{ matches('substring(clauses.classes_from, clauses.token_count + 1)', told_of) }}
        and not (
            clauses.is_open and {{ matches('substring(clauses.classes_from, clauses.token_count + 1)', goes_on) }}
        )
    group by clauses.sentence_id, clauses.article_id, clauses.token_index, clauses.token_count
)

select * from since_clauses
