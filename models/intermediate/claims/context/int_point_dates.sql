-- Grain: one date behind "since" or "from" that opens no stretch of time: "died from Sunday's bombing", "the deadliest
-- since July, when 80 died". It is the day, the month or the year that it names.

{%- set behind = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)' %}
{%- set owner = '^' ~ compile_pattern('<genitive_mark>', grammar()) %}

with

dates as (
    select * from {{ ref('int_date_values') }}
    where is_since and kind in ('weekday', 'day_word', 'day_of_month', 'month', 'year')
),

compared_sinces as (
    select * from {{ ref('int_compared_sinces') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

point_dates as (
    select
        dates.sentence_id,
        dates.token_index,
        case when dates.kind in ('month', 'year') then dates.kind else 'day' end as date_precision,
        case dates.kind
            when 'month' then {{ add_days(add_months('dates.date_earliest', '1'), '-1') }}
            when 'year' then {{ add_days(add_months('dates.date_earliest', '12'), '-1') }}
            else dates.date_earliest
        end as date_latest
    from dates
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
    left join compared_sinces
        on dates.sentence_id = compared_sinces.sentence_id and dates.token_index = compared_sinces.token_index
    where compared_sinces.sentence_id is not null or {{ matches(behind, owner) }}
)

select * from point_dates
