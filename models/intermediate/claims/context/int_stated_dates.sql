-- Grain: one date of a sentence, with what the words around it make of it. A month that is a name is none, nor is a
-- stretch of time that tells an age.

{%- set before = 'substring(sentence_units.unit_classes, 1, dates.token_index - 1)' %}
{%- set behind = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)' %}
{%- set speech = compile_pattern('<before_day_of_speech>', grammar()) ~ '\\z' %}
{%- set plan = compile_pattern('<plan|due> <for>?', grammar()) ~ '\\z' %}
{%- set in_the = compile_pattern('<in|during> <definite>', grammar()) ~ '\\z' %}
{%- set office = compile_pattern('<role>', grammar()) ~ '\\z' %}
{%- set opening_clause = '^' ~ compile_pattern(
    '(<comma>? <quote>? <while|colon> | <word|nationality|named_place>{0,2} <strife> <comma> <while>)', grammar()
) %}
{%- set sequence = '^' ~ compile_pattern('<while>', grammar()) %}
{%- set comma = '^' ~ compile_pattern('<comma>', grammar()) %}
{%- set end_of_phrase = '^' ~ compile_pattern('<comma|stop|close|and|dash|quote>', grammar()) %}
{%- set preposition = '^' ~ compile_pattern('<by|in|on|into|from>', grammar()) %}
{%- set owner = '^' ~ compile_pattern('<genitive_mark>', grammar()) %}
{%- set event = '^' ~ compile_pattern('<attack|strife>', grammar()) %}
{%- set into = '^' ~ compile_pattern('<into>', grammar()) %}
{#- "On Monday the monitor said that" dates what was said; "on Monday gunmen stormed, police said" does not. -#}
{%- set opens_speech = '^' ~ compile_pattern(
    '(<!comma|stop|said|attack|strife|harmed|harming|harm|died|dead|deaths|captured|quote|while|relative|that>){0,7}'
    ~ '<!comma|stop|said|attack|strife|harmed|harming|harm|died|dead|deaths|captured|quote|while|relative|that|in|on|of'
    ~ '|from|by|definite|indefinite|possessive> <said> <!comma|stop>', grammar()
) %}
{%- set later = '^' ~ compile_pattern('<adverb>', grammar()) %}

with

date_values as (
    select * from {{ ref('int_date_values') }}
),

shifted_dates as (
    select * from {{ ref('int_shifted_dates') }}
),

since_clauses as (
    select * from {{ ref('int_since_clauses') }}
),

point_dates as (
    select * from {{ ref('int_point_dates') }}
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

-- After, before, until: what they open has another day.
sequences as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'while' and meaning = 'sequence'
),

dates as (
    select
        date_values.sentence_id,
        date_values.token_index,
        date_values.token_count,
        date_values.kind,
        date_values.shift_days,
        coalesce(shifted_dates.shifted_date, date_values.date_earliest) as date_earliest,
        coalesce(shifted_dates.shifted_date, point_dates.date_latest, date_values.date_latest) as date_latest,
        case
            when date_values.kind = 'shifted' then 'day'
            else coalesce(point_dates.date_precision, date_values.date_precision)
        end as date_precision,
        date_values.is_period
        and coalesce(date_values.kind, '') != 'shifted'
        and point_dates.sentence_id is null as is_period,
        date_values.has_end,
        since_clauses.sentence_id is not null as is_in_clause
    from date_values
    left join shifted_dates
        on date_values.sentence_id = shifted_dates.sentence_id and date_values.token_index = shifted_dates.token_index
    left join point_dates
        on date_values.sentence_id = point_dates.sentence_id and date_values.token_index = point_dates.token_index
    left join since_clauses
        on
            date_values.sentence_id = since_clauses.sentence_id
            and date_values.token_index >= since_clauses.token_index
            and date_values.token_index < since_clauses.token_index + since_clauses.token_count

    union all

    select
        sentence_id,
        token_index,
        token_count,
        'since_clause' as kind,
        cast(null as integer) as shift_days,
        date_earliest,
        date_latest,
        'range' as date_precision,
        true as is_period,
        false as has_end,
        false as is_in_clause
    from since_clauses
),

stated_dates as (
    select
        dates.*,
        -- "Said Tuesday's blast killed 50": the day of the blast.
        ({{ matches(before, speech) }} and not {{ matches(behind, owner) }})
        or (
            dates.date_precision = 'day'
            and dates.token_index = 1
            and coalesce(dates.kind, '') != 'shifted'
            and {{ matches(behind, opens_speech) }}
        ) as is_date_of_speech,
        {{ matches(before, plan) }} as is_date_of_plan,
        {{ matches(behind, opening_clause) }} and sequences.sentence_id is null as is_before_clause,
        -- "On Friday after their call"
        {{ matches(behind, sequence) }} and sequences.sentence_id is not null as is_before_sequence,
        -- "The 2003 invasion"
        coalesce(dates.kind, '') = 'year'
        and dates.token_count = 1
        and not {{ matches(behind ~ " || '" ~ closing_symbol() ~ "'", end_of_phrase) }} as is_year_of_noun,
        {{ matches(behind ~ " || '" ~ closing_symbol() ~ "'", end_of_phrase) }}
        -- "In an attack a day earlier by gunmen".
        or (dates.shift_days > 0 and {{ matches(behind, preposition) }}) as is_at_end,
        {{ matches(before, in_the) }} as is_in_the,
        -- "The September 11 attacks"
        {{ matches(behind, event) }} as is_of_event
    from dates
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
    left join compared_sinces
        on dates.sentence_id = compared_sinces.sentence_id and dates.token_index = compared_sinces.token_index
    left join sequences
        on
            dates.sentence_id = sequences.sentence_id
            and dates.token_index + dates.token_count
            + case when {{ matches(behind, comma) }} then 1 else 0 end = sequences.token_index
    where
        -- "Prime Minister May"
        not (coalesce(dates.kind, '') = 'month' and dates.token_count = 1 and {{ matches(before, office) }})
        -- "Eight years into a war" tells the age of the war, "a year later" how long it was quiet.
        and not (dates.is_period and {{ matches(behind, into) }})
        and not (dates.is_period and dates.kind is null and {{ matches(behind, later) }})
        -- "The heaviest attack in over a year".
        and not (dates.is_period and dates.kind is null and compared_sinces.sentence_id is not null)
)

select * from stated_dates
