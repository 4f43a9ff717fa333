-- Grain: one mention of a date or a stretch of time in a sentence, resolved against the date of its article.
{%- set weekday_before = add_days('written_date', '-((written_weekday - weekday_number + 7) % 7)') %}

with

kinds as (
    select * from {{ ref('int_date_kinds') }}
),

begun as (
    select
        *,
        cast(case
            when is_up_to_day and month_number is null
                then {{ add_days(
                    weekday_before,
                    "-case when period_unit = 'hour' then floor(coalesce(period_count, 24) / 24.0) "
                    ~ 'else coalesce(period_count, 1) * unit_days end'
                ) }}
            when is_up_to_day
                then {{ add_days(
                    make_date('resolved_year', 'last_month_number', 'last_day_number'),
                    '-coalesce(nullif(period_count, last_day_number), 1) * unit_days'
                ) }}
            when kind = 'weekday' and month_number is not null and day_number is not null
                then {{ make_date('resolved_year', 'month_number', 'day_number') }}
            when kind = 'weekday' and is_next
                then {{ add_days('written_date', '(weekday_number - written_weekday + 6) % 7 + 1') }}
            -- "On Friday last week".
            when kind = 'weekday' and period_unit = 'week' and (is_last or is_this)
                then {{ add_days(
                    "cast(date_trunc('week', written_date) as date)",
                    'weekday_number - 1 - case when is_last then 7 else 0 end'
                ) }}
            -- On a Friday "last Friday" is a week ago.
            when kind = 'weekday' and is_last and weekday_number = written_weekday
                then {{ add_days('written_date', '-7') }}
            when kind = 'weekday' then {{ weekday_before }}
            when kind = 'weekend' then {{ add_days('written_date', '-((written_weekday + 1) % 7)') }}
            when kind = 'day_word' then {{ add_days('written_date', 'day_offset') }}
            when kind = 'day_of_month' then {{ make_date('resolved_year', 'month_number', 'day_number') }}
            when kind = 'month' then {{ make_date('resolved_year', 'month_number', '1') }}
            when kind = 'year' then {{ make_date('year_number', '1', '1') }}
            when kind in ('ago', 'last_period') and is_vague then null
            when kind = 'ago' and unit_months is not null
                then date_trunc('month', {{ add_months('written_date', '-period_count * unit_months') }})
            when kind = 'ago' and period_unit = 'week'
                then date_trunc('week', {{ add_days('written_date', '-period_count * unit_days') }})
            when kind = 'ago' then {{ add_days('written_date', '-period_count * unit_days') }}
            when kind = 'today' or (kind = 'this_period' and period_unit = 'day') then written_date
            -- On a Monday or Tuesday "this weekend" is past.
            when kind = 'this_period' and period_unit = 'weekend'
                then {{ add_days('written_date', '(9 - written_weekday) % 7 - 3') }}
            when kind = 'this_period' and period_unit in ('week', 'month', 'year')
                then date_trunc(period_unit, written_date)
            when kind = 'last_period' and period_unit = 'hour' then {{ add_days('written_date', '-1') }}
            -- On a Sunday "last week" is the one that ends.
            when kind = 'last_period' and is_of_calendar and period_unit = 'week'
                then {{ add_days('written_date', '-6 - written_weekday % 7') }}
            when kind = 'last_period' and is_of_calendar and period_unit in ('month', 'year')
                then date_trunc(period_unit, {{ add_months('written_date', '-unit_months') }})
            when kind = 'last_period' then {{ add_days('written_date', '-coalesce(period_count, 1) * unit_days') }}
            when kind = 'next_period' and period_unit = 'week'
                then {{ add_days('written_date', '8 - written_weekday') }}
            when kind = 'part_of_year' then date_trunc('year', written_date)
            when kind = 'next_period' then date_trunc(period_unit, {{ add_months('written_date', 'unit_months') }})
            when kind = 'season'
                then {{ make_date(
                    'coalesce(year_number, year(written_date) - case when is_last then 1 else 0 end)',
                    "case season when 'spring' then 3 when 'summer' then 6 when 'autumn' then 9 else 12 end", '1'
                ) }}
        end as date) as date_earliest
    from kinds
),

-- "From 28 June to 3 July", "from December to January", "the week to 14 June", "in 2004 and 2005" state the last day.
ended as (
    select
        *,
        coalesce(is_up_to_day, false)
        or coalesce(last_month_number != month_number, false)
        or coalesce(last_day_number > day_number, false)
        or coalesce(last_year_number > year_number, false) as has_end,
        case
            when is_up_to_day and month_number is null then cast({{ weekday_before }} as date)
            else {{ make_date(
                'case when last_year_number > year_number then last_year_number '
                ~ 'when last_month_number < month_number then resolved_year + 1 else resolved_year end',
                'coalesce(last_month_number, 12)', 'coalesce(last_day_number, 1)'
            ) }}
        end as end_date
    from begun
),

-- "Since May" and "since 12 May" reach up to the article, "from 2030" lies after it.
reaching as (
    select
        *,
        is_since and not has_end and coalesce(date_earliest <= written_date, true) as is_open
    from ended
),

-- How much the words cover: a unit of the calendar, or null for what reaches up to the article.
measured as (
    select
        *,
        case
            when has_end then 'stated'
            when is_open then null
            when kind in ('weekday', 'day_word', 'today', 'day_of_month') then 'day'
            when kind in ('month', 'year', 'season') then kind
            when kind = 'ago' and period_unit = 'decade' then 'year'
            when kind = 'ago' then period_unit
            when is_of_calendar and period_unit in ('week', 'month', 'year') then period_unit
        end as unit
    from reaching
),

date_values as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        kind,
        -- "Weeks after" and "a few days after" do not say how many.
        case when not is_vague then coalesce(period_count, case when not is_plural_shift then 1 end) end
        * shift_days as shift_days,
        is_since,
        has_end,
        date_earliest,
        case
            when unit = 'stated' and (last_day_number is not null or is_up_to_day) then end_date
            when unit = 'stated' then {{ add_days(add_months('end_date', '1'), '-1') }}
            when unit = 'day' then date_earliest
            when kind = 'weekend' or (kind = 'this_period' and period_unit = 'weekend')
                then {{ add_days('date_earliest', '1') }}
            when unit is null or kind in ('this_period', 'part_of_year') then written_date
            when unit = 'week' then {{ add_days('date_earliest', '6') }}
            when kind = 'ago' and unit_months is null then date_earliest
            when kind = 'ago' or unit = 'month' then {{ add_days(add_months('date_earliest', '1'), '-1') }}
            when unit = 'season' then {{ add_days(add_months('date_earliest', '3'), '-1') }}
            when unit = 'year' then {{ add_days(add_months('date_earliest', '12'), '-1') }}
        end as date_latest,
        case
            when kind = 'weekend' or (kind = 'this_period' and period_unit = 'weekend') then 'week'
            when is_open or coalesce(unit, 'stated') in ('stated', 'hour') then 'range'
            else unit
        end as date_precision,
        -- A stretch of time in which things add up, not the day of an event.
        is_since
        or has_end
        or is_part
        or (kind = 'last_period' and (period_count is not null or is_past or is_vague))
        or (kind = 'this_period' and period_unit in ('month', 'year'))
        or kind is null as is_period
    from measured
)

select * from date_values
