-- Grain: one article, with the day of its publication, or the days between which it lies, and how that is known: from
-- the metadata, else from its address, else from a date line, else from a day that its first sentences name and the
-- year that everything else in the text allows, else from the bounds alone.

with

articles_to_date as (
    select * from {{ ref('int_articles_to_date') }}
),

articles_with_date as (
    select
        articles.article_id,
        cast(articles.published_at as date) as published_date
    from {{ ref('stg_articles') }} as articles
    left join articles_to_date on articles.article_id = articles_to_date.article_id
    where articles_to_date.article_id is null
),

stated_dates as (
    select * from {{ ref('int_document_date_bounds') }}
    where method in ('address', 'date_line')
    qualify row_number() over (
        partition by article_id
        order by method
    ) = 1
),

limits as (
    select * from {{ ref('int_document_date_limits') }}
),

story_dates as (
    select * from {{ ref('int_story_dates') }}
),

last_years as (
    select distinct number - 1 as years_back from {{ ref('calendar') }}
    where kind = 'count'
),

days_in_years as (
    select
        story_dates.*,
        limits.earliest_date,
        limits.latest_date,
        limits.last_event_date,
        {{ make_date('year(limits.latest_date) - last_years.years_back', 'story_dates.month', 'story_dates.day') }}
            as story_date
    from story_dates
    inner join limits on story_dates.article_id = limits.article_id
    cross join last_years
),

-- The day in each of the last thirty years, kept where it has the right weekday and lies within the limits.
candidates as (
    select * from days_in_years
    where
        story_date >= coalesce(earliest_date, story_date)
        and story_date <= latest_date
        and (weekday is null or weekday = {{ iso_weekday('story_date') }})
),

-- Of several years, the first after the last event that the article mentions; without such an event, none.
chosen as (
    select
        article_id,
        story_date as earliest_date,
        least({{ add_days('story_date', 'days_until_published') }}, latest_date) as latest_date,
        case
            when count(*) over (partition by article_id) = 1 then method
            else method || '_after_reference_event'
        end as method
    from candidates
    qualify
        count(*) over (partition by article_id) = 1
        or (
            last_event_date is not null
            and row_number() over (
                partition by article_id
                order by story_date
            ) = 1
        )
),

dated as (
    select
        article_id,
        published_date as earliest_date,
        published_date as latest_date,
        'metadata' as method
    from articles_with_date

    union all

    select
        articles_to_date.article_id,
        coalesce(stated_dates.earliest_date, chosen.earliest_date, limits.earliest_date) as earliest_date,
        coalesce(stated_dates.latest_date, chosen.latest_date, limits.latest_date) as latest_date,
        coalesce(stated_dates.method, chosen.method, limits.method) as method
    from articles_to_date
    left join stated_dates on articles_to_date.article_id = stated_dates.article_id
    left join chosen on articles_to_date.article_id = chosen.article_id
    left join limits on articles_to_date.article_id = limits.article_id
),

document_dates as (
    select
        article_id,
        case when {{ date_difference('latest_date', 'earliest_date') }} <= 6 then earliest_date end as published_date,
        earliest_date as published_date_earliest,
        latest_date as published_date_latest,
        case
            when earliest_date is null then 'unknown'
            when earliest_date = latest_date then 'day'
            when {{ date_difference('latest_date', 'earliest_date') }} <= 6 then 'range'
            when year(earliest_date) = year(latest_date) and month(earliest_date) = month(latest_date) then 'month'
            when year(earliest_date) = year(latest_date) then 'year'
            else 'range'
        end as published_date_precision,
        method as published_date_method
    from dated
)

select * from document_dates
