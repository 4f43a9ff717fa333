-- Grain: one casualty figure with a date, and the stretch of time in which its victims add up, if that is what it is.

{%- set language = grammar() %}
{%- set of_strife = '^' ~ compile_pattern(
    '<of> (<word|adverb|nationality|place_noun>){0,3} <attack|strife|siege>', language
) %}
{%- set of_war = '^' ~ compile_pattern('<of> (<!comma|stop>){0,2} <strife>', language) %}
{%- set owned = '^' ~ compile_pattern('<genitive_mark>', language) %}
{%- set named_strife = '^' ~ compile_pattern('<nationality|word>{0,2} <strife>', language) %}
{%- set strife_of = compile_pattern('<strife> <of> (<!comma|stop>){0,2}', language) ~ '\\z' %}
{%- set opening = compile_pattern('(<since> (<!comma|stop|date>){0,4}|<relative|that> <word>)', language) ~ '\\z' %}
{%- set for_the = compile_pattern('<for|in|over|during> <definite>', language) ~ '\\z' %}
{%- set relative = compile_pattern('<relative|that|said>', language) %}
{%- set until_harm = 'substring(sentence_units.unit_classes, dates.last_token + 1, '
    ~ 'greatest(triggers.token_index - dates.last_token - 1, 0))' %}
{%- set until_date = 'substring(sentence_units.unit_classes, 1, dates.first_token - 1)' %}
{%- set last_token_of_opening = 3 %}
{%- set most_tokens_to_harm = 6 %}

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- "Five years of war", "less than a month of conflict" are all of it so far; "the first week of the war" is not.
spans_of_war as (
    select distinct dates.claim_key
    from dates
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
    inner join {{ ref('int_words') }} as words
        on
            dates.sentence_id = words.sentence_id
            and words.token_index between dates.last_token + 2 and dates.last_token + 4
    where
        words.word_class = 'strife'
        and words.meaning = 'war'
        and {{ matches('substring(sentence_units.unit_classes, dates.last_token + 1)', of_war) }}
        and not {{ matches('lower(dates.period_text)', text_pattern('first_or_last')) }}
),

-- "In the past week" is a stretch of time in which victims add up, and so are "three weeks of shelling"; "two hours
-- later", "last month" and "in the next hour" are none.
described as (
    select
        dates.claim_key,
        lower(dates.period_text) as period_text,
        dates.date_method = 'carried_over' as is_carried,
        dates.date_precision,
        dates.first_token <= {{ last_token_of_opening }}
        or abs(dates.first_token - triggers.token_index) <= {{ most_tokens_to_harm }} as is_near,
        -- "Last week they spoke of a war that has killed 2,600."
        {{ matches(until_harm, relative) }} as is_of_outer_clause,
        -- "The 2014 war", "the war of 2014" are all of it.
        {{ matches('substring(sentence_units.unit_classes, dates.last_token + 1)', named_strife) }}
        or {{ matches(until_date, strife_of) }} as names_strife,
        -- "Since it erupted in 2011", "a war that began in 2014".
        {{ matches(until_date, opening) }} as is_of_opening,
        dates.period_text is not null
        -- "In the first hours of fighting", "a day's work" are none.
        and not {{ matches('lower(dates.period_text)', text_pattern('first_hours')) }}
        and not {{ matches('substring(sentence_units.unit_classes, dates.last_token + 1)', owned) }}
        and (
            (
                {{ matches('lower(dates.period_text)', text_pattern('stretch_opening')) }}
                and not {{ matches('lower(dates.period_text)', text_pattern('no_stretch')) }}
            )
            or {{ matches('lower(dates.period_text)', text_pattern('one_stretch')) }}
            -- "Raising its toll for the two days to 25".
            or (
                {{ matches('lower(dates.period_text)', text_pattern('several_units_of_time')) }}
                and {{ matches(until_date, for_the) }}
            )
            or {{ matches('substring(sentence_units.unit_classes, dates.last_token + 1)', of_strife) }}
        ) as is_stretch
    from dates
    inner join triggers on dates.claim_key = triggers.claim_key
    inner join sentence_units on dates.sentence_id = sentence_units.sentence_id
),

-- "Last year 3,400 died in the war", but not "in the 2014 war" or "since 2014".
casualty_stretches as (
    select
        described.claim_key,
        case when described.is_stretch then described.period_text end as stretch,
        case
            when
                not described.is_carried
                and not described.is_stretch
                and not (described.is_of_opening and described.date_precision in ('month', 'year'))
                then described.date_precision
        end as own_precision,
        spans_of_war.claim_key is not null as is_span_of_war,
        coalesce(
            described.is_near
            and not described.is_of_outer_clause
            and case
                when described.is_stretch
                    then not {{ matches('described.period_text', text_pattern('opened_stretch')) }}
                else
                    not described.is_carried
                    and not described.names_strife
                    and not described.is_of_opening
                    and described.date_precision in ('week', 'month', 'year')
            end,
            false
        ) as is_part_of_war
    from described
    left join spans_of_war on described.claim_key = spans_of_war.claim_key
)

select * from casualty_stretches
