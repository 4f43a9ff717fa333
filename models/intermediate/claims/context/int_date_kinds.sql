-- Grain: one mention of a date or a stretch of time in a sentence, with what it is to be resolved from.
{#- Captions of old pictures name the day without the year: the last one in which the weekday fits. -#}
{%- set weekday_years = 5 %}

with

parts as (
    select * from {{ ref('int_date_parts') }}
),

documents as (
    select * from {{ ref('int_document_dates') }}
),

-- Without a day of publication "Tuesday" cannot be looked up, but "September 12" still can where only one
-- year is possible.
anchored as (
    select
        parts.*,
        cast(documents.published_date as date) as written_date,
        cast(coalesce(documents.published_date, documents.published_date_latest) as date) as latest_written,
        documents.published_date is null
        and coalesce(year(documents.published_date_earliest), 0) != year(documents.published_date_latest)
            as is_unbounded,
        case
            -- "A week after" counts from a day, "last week, after" does not.
            when parts.shift_days is not null and (parts.is_previous_day or not parts.is_last) then 'shifted'
            when parts.is_weekend then 'weekend'
            when parts.weekday_number is not null then 'weekday'
            when parts.day_offset is not null then 'day_word'
            when parts.month_number is not null and parts.day_number is not null then 'day_of_month'
            when parts.month_number is not null then 'month'
            when parts.season is not null and parts.year_number is not null then 'season'
            when parts.year_number is not null then 'year'
            when parts.is_ago and parts.period_unit is not null then 'ago'
            when parts.is_part_of_day and parts.is_this then 'today'
            when parts.season is not null and (parts.is_last or parts.is_this) then 'season'
            when parts.is_this and parts.period_unit is not null then 'this_period'
            -- "In the first four months of the year".
            when parts.is_part and parts.period_unit = 'year' and not parts.is_last and not parts.is_next
                then 'part_of_year'
            when parts.is_last and parts.period_unit is not null then 'last_period'
            when parts.is_next and parts.period_unit in ('week', 'month', 'year') and parts.period_count is null
                then 'next_period'
        end as kind
    from parts
    inner join documents on parts.article_id = documents.article_id
),

-- The year of "September" is the latest that is not after the article, that of "September 12" may lie a month ahead.
-- "Monday, November 11" is of the year in which that was a Monday, "on 4 April, and from 5 to 6 April 2016" of one
-- year. "Last month" is a unit of the calendar, "the last two months" and "the past month" are not.
kinds as (
    select
        *,
        case
            when year_number is not null then year_number
            when day_number is not null and max(year_number) over same_month is not null
                then max(year_number) over same_month
            -- "On November 11 last year".
            when period_unit = 'year' and is_last then year(latest_written) - 1
            when period_unit = 'year' and is_this then year(latest_written)
            when is_unbounded then null
            {%- for back in range(weekday_years) %}
                when
                    weekday_number
                    = {{ iso_weekday(make_date('year(latest_written) - ' ~ back, 'month_number', 'day_number')) }}
                    then year(latest_written) - {{ back }}
            {%- endfor %}
            when
                {{ make_date('year(latest_written)', 'month_number', 'coalesce(day_number, 1)') }}
                > {{ add_days(
                    'latest_written', 'case when is_next then 370 when day_number is not null then 30 else 0 end'
                ) }}
                or (
                    is_last
                    and day_number is null
                    and {{ make_date('year(latest_written)', 'month_number', '1') }}
                    >= date_trunc('month', latest_written)
                )
                then year(latest_written) - 1
            else year(latest_written)
        end as resolved_year,
        {{ iso_weekday('written_date') }} as written_weekday,
        case period_unit when 'day' then 1 when 'week' then 7 when 'month' then 30 when 'year' then 365 end
            as unit_days,
        case period_unit when 'month' then 1 when 'year' then 12 when 'decade' then 120 end as unit_months,
        kind in ('this_period', 'last_period', 'next_period') and period_count is null and not is_past
            as is_of_calendar
    from anchored
    window same_month as (partition by sentence_id, month_number)
)

select * from kinds
