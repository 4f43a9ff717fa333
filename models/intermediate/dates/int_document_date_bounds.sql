-- Grain: one clue to when an article was published: an article, a method and a statement.
-- A null bound is open.

{%- set date_in_address = '/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})[/-]([0-9]{1,2})(?:[/_-]|\\z)' %}
{%- set month_in_address = '/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})(?:/|-[0-9]{1,2}(?:[/_-]|\\z))' %}
{%- set time_stamp_in_address = '[/-](?:20)?([0-9]{2})([0-9]{2})([0-9]{2})[0-9]{6,}' %}

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

-- "/2017/09/12/", "/2017-09-12-", "/2017/sep/12/"; "/2019/09/" with a time stamp such as 190908133847 behind it, or
-- none.
addresses as (
    select
        article_id,
        {{ extract_group('source_url', month_in_address, 1) }} as year_figures,
        {{ extract_group('source_url', month_in_address, 2) }} as month_word,
        {{ extract_group('source_url', date_in_address, 3) }} as day_figures,
        {{ extract_group('source_url', time_stamp_in_address, 1) }} as stamp_year,
        {{ extract_group('source_url', time_stamp_in_address, 2) }} as stamp_month,
        {{ extract_group('source_url', time_stamp_in_address, 3) }} as stamp_day
    from articles
),

numbered_addresses as (
    select
        addresses.*,
        coalesce(months.number, try_cast(addresses.month_word as integer)) as month_number
    from addresses
    left join calendar as months on addresses.month_word = months.name
),

address_dates as (
    select
        article_id,
        {{ make_date('year_figures', 'month_number', '1') }} as month_date,
        {{ make_date('year_figures', 'month_number', "case
            when day_figures != '' then day_figures
            when stamp_year = right(year_figures, 2) and try_cast(stamp_month as integer) = month_number then stamp_day
        end") }} as address_date
    from numbered_addresses
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

clues as (
    select
        article_id,
        'address' as method,
        address_date as earliest_date,
        address_date as latest_date
    from address_dates

    union all

    select
        article_id,
        'month_of_address' as method,
        month_date as earliest_date,
        {{ add_days(add_months('month_date', 1), -1) }} as latest_date
    from address_dates
    where address_date is null

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
),

-- Two sentences may give the same clue.
bounds as (
    select distinct
        article_id,
        method,
        earliest_date,
        latest_date
    from clues
    where earliest_date is not null or latest_date is not null
)

select * from bounds
