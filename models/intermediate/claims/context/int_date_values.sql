-- Grain: one mention of a date or a stretch of time in a sentence, resolved against the date of its article.

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
        and coalesce(year(documents.published_date_earliest), 0) != year(documents.published_date_latest) as is_unbounded,
        case
            when parts.shift_days is not null then 'shifted'
            when parts.weekday_number is not null then 'weekday'
            when parts.day_offset is not null then 'day_word'
            when parts.month_number is not null and parts.day_number is not null then 'day_of_month'
            when parts.month_number is not null then 'month'
            when parts.year_number is not null then 'year'
            when parts.is_ago and parts.period_unit is not null then 'ago'
            when parts.is_part_of_day and parts.is_this then 'today'
            when parts.season is not null and (parts.is_last or parts.is_this) then 'season'
            when parts.is_this and parts.period_unit is not null then 'this_period'
            when parts.is_last and parts.period_unit is not null then 'last_period'
        end as kind
    from parts
    inner join documents on parts.article_id = documents.article_id
),

-- The year of "September 12" and "September" is the latest that is not after the article.
yearly as (
    select
        *,
        case
            when year_number is not null then year_number
            when is_unbounded then null
            when {{ make_date('year(latest_written)', 'month_number', 'coalesce(day_number, 1)') }}
                > {{ add_days('latest_written', 'case when is_next then 370 else 1 end') }}
                then year(latest_written) - 1
            else year(latest_written)
        end as resolved_year,
        case period_unit when 'day' then 1 when 'week' then 7 when 'month' then 30 when 'year' then 365 end as unit_days
    from anchored
),

bounded as (
    select
        *,
        cast(case kind
            when 'weekday'
                then case
                    when month_number is not null and day_number is not null
                        then {{ make_date('resolved_year', 'month_number', 'day_number') }}
                    when is_next
                        then {{ add_days('written_date', '(weekday_number - ' ~ iso_weekday('written_date') ~ ' + 6) % 7 + 1') }}
                    else {{ add_days('written_date', '-((' ~ iso_weekday('written_date') ~ ' - weekday_number + 7) % 7)') }}
                end
            when 'day_word' then {{ add_days('written_date', 'day_offset') }}
            when 'today' then written_date
            when 'day_of_month' then {{ make_date('resolved_year', 'month_number', 'day_number') }}
            when 'month' then {{ make_date('resolved_year', 'month_number', '1') }}
            when 'year' then {{ make_date('year_number', '1', '1') }}
            when 'ago'
                then case
                    when period_unit in ('month', 'year', 'decade') and not is_vague
                        then date_trunc(
                            'month',
                            {{ add_months('written_date', '-period_count * case period_unit when \'month\' then 1 when \'year\' then 12 else 120 end') }}
                        )
                    when not is_vague then {{ add_days('written_date', '-period_count * unit_days') }}
                end
            when 'this_period'
                then case period_unit
                    when 'day' then written_date
                    when 'week' then {{ add_days('written_date', '1 - ' ~ iso_weekday('written_date')) }}
                    when 'month' then cast(date_trunc('month', written_date) as date)
                    when 'year' then cast(date_trunc('year', written_date) as date)
                end
            when 'last_period'
                then case
                    when is_vague then null
                    when period_unit = 'hour' then {{ add_days('written_date', '-1') }}
                    when period_count is not null then {{ add_days('written_date', '-period_count * unit_days') }}
                    when period_unit = 'week' and not is_past
                        then {{ add_days('written_date', '-6 - ' ~ iso_weekday('written_date')) }}
                    when period_unit = 'month' and not is_past
                        then cast(date_trunc('month', {{ add_months('written_date', '-1') }}) as date)
                    when period_unit = 'year' and not is_past
                        then cast(date_trunc('year', {{ add_months('written_date', '-12') }}) as date)
                    else {{ add_days('written_date', '-unit_days') }}
                end
            when 'season'
                then {{ make_date(
                    'year(written_date) - case when is_last then 1 else 0 end',
                    "case season when 'summer' then 6 when 'autumn' then 9 else 12 end", '1'
                ) }}
        end as date) as first_day
    from yearly
),

resolved as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        kind,
        coalesce(period_count, 1) * shift_days as shift_days,
        is_since,
        cast(first_day as date) as date_earliest,
        cast(case
            when kind in ('weekday', 'day_word', 'today', 'day_of_month') then first_day
            when is_since then written_date
            when kind = 'month' then {{ add_days(add_months('first_day', '1'), '-1') }}
            when kind = 'year' then {{ make_date('year_number', '12', '31') }}
            when kind = 'ago' and period_unit in ('month', 'year', 'decade') then {{ add_days(add_months('first_day', '1'), '-1') }}
            when kind = 'ago' then first_day
            when kind = 'season' then {{ add_days(add_months('first_day', '3'), '-1') }}
            when kind = 'last_period' and period_count is null and not is_past and period_unit = 'week' then {{ add_days('first_day', '6') }}
            when kind = 'last_period' and period_count is null and not is_past and period_unit = 'month' then {{ add_days(add_months('first_day', '1'), '-1') }}
            when kind = 'last_period' and period_count is null and not is_past and period_unit = 'year' then {{ add_days(add_months('first_day', '12'), '-1') }}
            else written_date
        end as date) as date_latest,
        case
            when is_since then 'range'
            when kind in ('weekday', 'day_word', 'today', 'day_of_month') then 'day'
            when kind = 'ago' and period_unit = 'day' then 'day'
            when kind in ('month') or kind = 'last_period' and period_count is null and not is_past and period_unit = 'month' then 'month'
            when kind = 'this_period' and period_unit = 'month' then 'month'
            when kind = 'ago' and period_unit = 'month' then 'month'
            when kind in ('year') or kind = 'ago' and period_unit in ('year', 'decade') then 'year'
            when kind in ('this_period', 'last_period') and period_unit = 'year' and period_count is null and not is_past then 'year'
            when kind in ('this_period', 'last_period') and period_unit = 'week' and period_count is null and not is_past then 'week'
            when kind = 'season' then 'season'
            else 'range'
        end as date_precision,
        -- A stretch of time in which things add up, not the day of an event.
        is_since
        or (kind = 'last_period' and (period_count is not null or is_past or is_vague))
        or (kind = 'this_period' and period_unit in ('month', 'year'))
        or kind is null as is_period
    from bounded
)

select * from resolved
