-- Grain: one day that stands before the word for an attack ("Thursday's shooting", "the Sept. 11 attack").

{%- set until_event = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count, '
    ~ 'greatest(events.token_index - dates.token_index - dates.token_count, 0))' %}
{%- set of_day = '^' ~ compile_pattern('<genitive_mark|word|adverb>{0,2}', grammar()) ~ '\\z' %}

with

dates as (
    select * from {{ ref('int_stated_dates') }}
    where kind in ('weekday', 'day_of_month') and date_precision = 'day' and date_earliest is not null
),

sentences as (
    select
        sentence_id,
        article_id
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

events as (
    select * from {{ ref('int_event_words') }}
),

dates_of_events as (
    select
        sentences.article_id,
        dates.sentence_id,
        dates.token_index,
        dates.date_earliest,
        events.event_word,
        min(dates.date_earliest) over (partition by sentences.article_id)
        = max(dates.date_earliest) over (partition by sentences.article_id) as is_only_event
    from dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
    inner join events on dates.sentence_id = events.sentence_id
    where
        events.token_index - dates.token_index - dates.token_count between 0 and 2
        and {{ matches(until_event, of_day) }}
    qualify row_number() over (
        partition by dates.sentence_id, dates.token_index
        order by events.token_index desc
    ) = 1
)

select * from dates_of_events
