-- Grain: one sentence that closes with a full date, as captions do ("in Tampa, Florida, Wednesday, Sept. 17, 2014."):
-- when all that it shows was, and where, if the place stands right before.

{%- set behind = "substring(sentence_units.unit_classes, dates.token_index + dates.token_count) || '"
    ~ closing_symbol() ~ "'" %}
{%- set closing = '^' ~ compile_pattern('(<quote|close>)? <stop|open>', grammar()) %}
{%- set between = 'substring(sentence_units.unit_classes, places.token_index + places.token_count, '
    ~ 'greatest(dates.token_index - places.token_index - places.token_count, 0))' %}
{%- set right_before = '^(?:' ~ compile_pattern('(<comma> <named_place>){0,2} <comma>? <on>?', grammar()) ~ ')\\z' %}
{%- set in_full = '(?:19|20)[0-9]{2}\\z' %}

with

dates as (
    select * from {{ ref('int_stated_dates') }}
    where kind in ('weekday', 'day_of_month') and date_precision = 'day' and not is_period and not is_in_clause
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

places as (
    select * from {{ ref('int_place_units') }}
    where is_location and not is_beside
),

full_dates as (
    select
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        sentence_units.unit_classes
    from dates
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
    inner join sentences on dates.sentence_id = sentences.sentence_id
    where
        {{ matches(behind, closing) }}
        and {{ matches(
            token_text('dates.token_index', 'dates.token_index + dates.token_count - 1'), in_full
        ) }}
),

closing_dates as (
    select
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        places.place_id,
        places.place_text,
        places.start_offset as place_start_offset,
        places.end_offset as place_end_offset
    from full_dates as dates
    left join places
        on
            dates.sentence_id = places.sentence_id
            and dates.token_index > places.token_index
            and {{ matches(between | replace('sentence_units', 'dates'), right_before) }}
    qualify row_number() over (
        partition by dates.sentence_id
        order by dates.token_index desc, places.breadth asc, places.token_index asc
    ) = 1
)

select * from closing_dates
