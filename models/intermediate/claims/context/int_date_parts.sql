-- Grain: one mention of a date or a stretch of time in a sentence, taken apart into its words; "from August
-- 1 to 15" has a first and a last day, "from mid-April to August 27" but a last one, "in 2004 and 2005" two years.

{%- set month -%}
    case when words.word_class = 'month' then cast(words.meaning as integer) end
{%- endset %}
{%- set day -%}
    case
        when words.word_class in ('digits', 'ordinal')
            then try_cast({{ extract_group('words.token', text_pattern('day_in_digits'), 1) }} as integer)
    end
{%- endset %}
{%- set year -%}
    case when words.word_class = 'year' then cast(words.token as integer) end
{%- endset %}
{%- set first_month_at = "min(case when words.word_class = 'month' then words.token_index end)" %}
{%- set last_month_at = "max(case when words.word_class = 'month' then words.token_index end)" %}
{%- set first_day_at = 'min(case when (' ~ day ~ ') is not null then words.token_index end)' %}
{%- set last_day_at = 'max(case when (' ~ day ~ ') is not null then words.token_index end)' %}
{%- set first_month = min_by(month, 'words.token_index') %}
{%- set last_month = min_by(month, '-words.token_index') %}
{%- set first_day = min_by(day, 'words.token_index') %}
{%- set last_day = min_by(day, '-words.token_index') %}
{%- set first_year = min_by(year, 'words.token_index') %}
{%- set last_year = min_by(year, '-words.token_index') %}
{%- set count -%}
    case
        when words.word_class = 'digits' then try_cast(words.token as integer)
        when words.word_class = 'number_word' then cast(words.meaning as integer)
        when words.word_class = 'indefinite' then 1
    end
{%- endset %}
{#- "They were killed the previous day", but not "over the previous day". -#}
{%- set previous_day -%}
    units.token_count <= 3
        and bool_or(lower(words.token) = 'previous')
        and bool_or(lower(words.token) = 'day')
        and not bool_or(words.word_class in ('during', 'over', 'in', 'within', 'for'))
{%- endset %}

with

units as (
    select * from {{ ref('int_units') }}
    where unit_class = 'date'
),

words as (
    select * from {{ ref('int_words') }}
),

parts as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        {{ first_month }} as month_number,
        {{ last_month }} as last_month_number,
        -- "From December to January 2016" began the year before.
        {{ first_year }}
        - case
            when
                count(case when words.word_class = 'year' then 1 end) = 1
                and {{ first_month }} > {{ last_month }}
                and max(case when words.word_class = 'year' then words.token_index end) > {{ last_month_at }}
                then 1
            else 0
        end as year_number,
        {{ last_year }} as last_year_number,
        case
            when {{ first_month_at }} < {{ last_month_at }} and {{ first_day_at }} > {{ last_month_at }} then null
            else {{ first_day }}
        end as day_number,
        case
            when {{ first_month_at }} < {{ first_day_at }} and {{ last_day_at }} < {{ last_month_at }} then null
            else {{ last_day }}
        end as last_day_number,
        max(case when words.word_class = 'weekday' then cast(words.meaning as integer) end) as weekday_number,
        max(case when words.word_class = 'day_word' then cast(words.meaning as integer) end) as day_offset,
        case
            when {{ previous_day }} then 1
            else max(case when words.word_class = 'day_shift' then cast(words.meaning as integer) end)
        end as shift_days,
        {{ previous_day }} as is_previous_day,
        bool_or(words.word_class = 'day_shift' and lower(words.token) in ('days', 'weeks')) as is_plural_shift,
        bool_or(words.word_class = 'weekend') as is_weekend,
        max(case when words.word_class = 'season' then words.meaning end) as season,
        max(case
            when words.word_class = 'period_unit' then words.meaning
            when words.word_class = 'day_shift' and lower(words.token) in ('day', 'week') then lower(words.token)
        end) as period_unit,
        {{ min_by(count, 'words.token_index') }} as period_count,
        bool_or(words.word_class in ('few', 'vague_number')) as is_vague,
        bool_or(words.word_class = 'last') as is_last,
        bool_or(words.word_class = 'last' and lower(words.token) != 'last') as is_past,
        bool_or(words.word_class = 'next') as is_next,
        bool_or(words.word_class = 'ago') as is_ago,
        bool_or(words.word_class in ('demonstrative', 'earlier_this')) as is_this,
        bool_or(words.word_class = 'part_of_day' and lower(words.token) in ('morning', 'afternoon', 'evening'))
            as is_part_of_day,
        bool_or(words.word_class in ('since', 'from')) as is_since,
        bool_or(words.word_class = 'to') and bool_or(words.word_class = 'period_unit') as is_up_to_day,
        -- "The first half of May", not "May of this year".
        coalesce(
            min(case when words.word_class in ('period_unit', 'fraction') then words.token_index end)
            < max(case when words.word_class = 'of' then words.token_index end),
            false
        ) as is_part,
        bool_or(words.word_class in ('during', 'over', 'in', 'within', 'for')) as is_during
    from units
    inner join words
        on
            units.sentence_id = words.sentence_id
            and units.token_index <= words.token_index
            and words.token_index < units.token_index + units.token_count
    group by units.sentence_id, units.article_id, units.token_index, units.token_count
)

select * from parts
