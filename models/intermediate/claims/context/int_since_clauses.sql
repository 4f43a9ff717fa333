-- Grain: one stretch of time that a war, fighting, an attack or what happened on a stated date opens ("since the
-- conflict began", "since they intervened in April"), with its first day and that of the article where it has a date.

{%- set language = grammar() %}
{%- set in_clause = '!stop|comma|said|harmed|died|dead|deaths|figure|quantity|counted_harm|quote|and|but|that|according'
    ~ '|be|have|date|since' %}
{%- set clause = '^(' ~ compile_pattern(
    '<since> ((<' ~ in_clause ~ '|word> <' ~ in_clause ~ '>{0,3} (<date> <' ~ in_clause ~ '>{0,2})?)? <strife|attack>'
    ~ ' (<' ~ in_clause ~ '|strife|attack>{0,4} <in|on>? <date> | <word|reached|plan|made>{0,2})'
    ~ ' | <' ~ in_clause ~ '>{2,6} <in|on>? <date>)', language
) ~ ')' %}
{#- "Since the attacks in Paris, which killed 130": it is the attacks that killed them. -#}
{%- set told_of = '^' ~ compile_pattern('(<in> <named_place>)? <comma>? <relative|that>', language) %}
{#- "The deadliest since the war began" compares, it adds nothing up. -#}
{%- set superlative = '[a-z]{3}est\\z|^worst\\z' %}
{%- set tokens_of_superlative = 8 %}

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

superlatives as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'word' and {{ matches('lower(token)', superlative) }}
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
        substring(sentence_units.unit_classes, words.token_index) as classes_from
    from words
    inner join sentence_units on words.sentence_id = sentence_units.sentence_id
    left join superlatives
        on
            words.sentence_id = superlatives.sentence_id
            and superlatives.token_index between words.token_index - {{ tokens_of_superlative }} and words.token_index
    where superlatives.sentence_id is null
),

clauses as (
    select
        *,
        length({{ extract_group('classes_from', clause, 1) }}) as token_count
    from opened
    where {{ matches('classes_from', clause) }}
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
    where not {{ matches('substring(clauses.classes_from, clauses.token_count + 1)', told_of) }}
    group by clauses.sentence_id, clauses.article_id, clauses.token_index, clauses.token_count
)

select * from since_clauses
