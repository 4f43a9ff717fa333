-- Grain: one clue to when an article was published: an article, a method and a statement.
-- A null bound is open.

{%- set date_in_address = '/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})[/-]([0-9]{1,2})(?:[/_-]|\\z)' %}

with

articles as (
    select * from {{ ref('int_articles_to_date') }}
),

date_mentions as (
    select
        *,
        {{ make_date('year', 'month', 'day') }} as exact_date
    from {{ ref('int_date_mentions') }}
),

conflict_ages as (
    select * from {{ ref('int_conflict_ages') }}
),

reference_events as (
    select * from {{ ref('int_reference_events') }}
),

calendar as (
    select * from {{ ref('calendar') }}
    where kind = 'month'
),

-- "/2017/09/12/", "/2017-09-12-", "/2017/sep/12/"
addresses as (
    select
        article_id,
        regexp_extract(source_url, {{ pattern(date_in_address) }}, 1) as year_figures,
        regexp_extract(source_url, {{ pattern(date_in_address) }}, 2) as month_word,
        regexp_extract(source_url, {{ pattern(date_in_address) }}, 3) as day_figures
    from articles
),

address_dates as (
    select
        addresses.article_id,
        {{ make_date('addresses.year_figures', 'coalesce(months.number, try_cast(addresses.month_word as integer))',
            'addresses.day_figures') }} as address_date
    from addresses
    left join calendar as months on addresses.month_word = months.name
),

date_lines as (
    select
        article_id,
        exact_date,
        row_number() over (
            partition by article_id
            order by sentence_index, mention_index, exact_date
        ) as line_number
    from date_mentions
    where paragraph_role = 'dateline' and exact_date is not null
),

bounds as (
    select
        article_id,
        'address' as method,
        address_date as earliest_date,
        address_date as latest_date
    from address_dates

    union all

    -- the first one: a second is the time of the last change
    select
        article_id,
        'date_line' as method,
        exact_date as earliest_date,
        exact_date as latest_date
    from date_lines
    where line_number = 1

    union all

    select
        article_id,
        'conflict_age' as method,
        earliest_date,
        latest_date
    from conflict_ages

    union all

    select
        article_id,
        'reference_event' as method,
        earliest_date,
        latest_date
    from reference_events

    union all

    select
        article_id,
        'date_mentioned' as method,
        {{ make_date('year', 'coalesce(month, 1)', 'coalesce(day, 1)') }} as earliest_date,
        cast(null as date) as latest_date
    from date_mentions
    where year is not null and not has_future_words and paragraph_role != 'dateline'

    union all

    select
        article_id,
        'loaded' as method,
        cast(null as date) as earliest_date,
        loaded_date as latest_date
    from articles
)

select * from bounds
where earliest_date is not null or latest_date is not null
