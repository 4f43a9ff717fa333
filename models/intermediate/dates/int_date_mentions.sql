-- Grain: one mention of a day, month or year in the dateline, title or body of an article that has to be dated.
-- Captions are left out: archive pictures carry dates of their own.

{%- set patterns = date_mention_patterns() %}
{%- set word_end = '(?:[^A-Za-z]|\\z)' %}

with

articles as (
    select article_id from {{ ref('int_articles_to_date') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
    where paragraph_role in ('title', 'body')
),

datelines as (
    select * from {{ ref('stg_paragraphs') }}
    where role = 'dateline'
),

calendar as (
    select * from {{ ref('calendar') }}
),

passages as (
    select
        sentences.article_id,
        sentences.sentence_id as passage_id,
        sentences.sentence_index,
        sentences.paragraph_role,
        sentences.text,
        {{ matches('lower(sentences.text)', patterns.future_words) }} as has_future_words
    from sentences
    inner join articles on sentences.article_id = articles.article_id

    union all

    select
        datelines.article_id,
        datelines.paragraph_id as passage_id,
        -1 as sentence_index,
        datelines.role as paragraph_role,
        datelines.text,
        false as has_future_words
    from datelines
    inner join articles on datelines.article_id = articles.article_id
),

mentions as (
    {{ unnest_with_position(
        'passages',
        ['article_id', 'passage_id', 'sentence_index', 'paragraph_role', 'has_future_words'],
        extract_all('text', patterns.mention),
        'mention_text',
        'mention_index'
    ) }}
),

-- "05-04-2017" and "05.04.2017" put the day first, "2017-04-05" the year.
parts as (
    select
        *,
        {{ matches('mention_text', '^' ~ patterns.said) }} as follows_reporting_verb,
        regexp_extract(
            mention_text, {{ pattern('(?:^|[^A-Za-z])(' ~ patterns.month ~ ')' ~ word_end) }}, 1
        ) as month_name,
        regexp_extract(
            mention_text, {{ pattern('(?:^|[^A-Za-z])(' ~ patterns.weekday ~ ')' ~ word_end) }}, 1
        ) as weekday_name,
        regexp_extract(mention_text, {{ pattern(patterns.year) }}, 0) as year_figures,
        regexp_replace(mention_text, {{ pattern(patterns.year) }}, '') as rest
    from mentions
),

figures as (
    select
        *,
        case
            when {{ matches('rest', '^-') }} then regexp_extract(rest, {{ pattern('^-([0-9]{2})-') }}, 1)
            else regexp_extract(rest, {{ pattern('^[0-9]{1,2}[.-]([0-9]{1,2})') }}, 1)
        end as month_figures,
        case
            when {{ matches('rest', '^-') }} then regexp_extract(rest, {{ pattern('^-[0-9]{2}-([0-9]{2})') }}, 1)
            else regexp_extract(rest, {{ pattern('[0-9]{1,2}') }}, 0)
        end as day_figures
    from parts
),

date_mentions as (
    select
        figures.article_id,
        figures.passage_id,
        figures.mention_index,
        figures.sentence_index,
        figures.paragraph_role,
        figures.mention_text,
        figures.has_future_words,
        figures.follows_reporting_verb,
        weekdays.number as weekday,
        coalesce(months.number, try_cast(figures.month_figures as integer)) as month,
        try_cast(figures.day_figures as integer) as day,
        try_cast(figures.year_figures as integer) as year
    from figures
    left join calendar as months
        on lower(figures.month_name) = months.name and months.kind = 'month'
    left join calendar as weekdays
        on lower(figures.weekday_name) = weekdays.name and weekdays.kind = 'weekday'
)

select * from date_mentions
