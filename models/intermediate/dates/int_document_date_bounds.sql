-- Grain: one clue to when an article was published: an article, a method and a statement.
-- A null bound is open.

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
        regexp_extract(source_url, {{ pattern('/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})[/-]([0-9]{1,2})(?:[/_-]|\\z)') }}, 1) as year,
        regexp_extract(source_url, {{ pattern('/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})[/-]([0-9]{1,2})(?:[/_-]|\\z)') }}, 2) as month,
        regexp_extract(source_url, {{ pattern('/((?:19|20)[0-9]{2})[/-]([0-9]{1,2}|[a-z]{3})[/-]([0-9]{1,2})(?:[/_-]|\\z)') }}, 3) as day
    from articles
),

bounds as (
    select
        addresses.article_id,
        'address' as method,
        {{ make_date('addresses.year', "coalesce(cast(calendar.number as " ~ dbt.type_string() ~ "), addresses.month)", 'addresses.day') }}
            as earliest_date,
        {{ make_date('addresses.year', "coalesce(cast(calendar.number as " ~ dbt.type_string() ~ "), addresses.month)", 'addresses.day') }}
            as latest_date
    from addresses
    left join calendar on addresses.month = calendar.name

    union all

    -- the first one: a second is the time of the last change
    select
        article_id,
        'date_line' as method,
        exact_date as earliest_date,
        exact_date as latest_date
    from date_mentions
    where paragraph_role = 'dateline' and exact_date is not null
    qualify row_number() over (
        partition by article_id
        order by sentence_index, mention_index, exact_date
    ) = 1

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
