-- Grain: one mention of a date in the sentence of a claim.

{%- set speech = compile_pattern('<before_day_of_speech>', grammar()) ~ '\\z' %}
{%- set plan = compile_pattern('<plan|due> <for>?', grammar()) ~ '\\z' %}
{%- set referred = compile_pattern(
    '<possessive|genitive_mark> (<word|adverb|quote|nationality>){0,3}', grammar()
) ~ '\\z' %}
{%- set in_the = compile_pattern('<in|during> <definite>', grammar()) ~ '\\z' %}
{%- set office = compile_pattern('<role>', grammar()) ~ '\\z' %}
{#- "Rebel-held", "the rebel stronghold": what an adjective or a noun takes for granted has no day. -#}
{%- set held_always = '^(?:' ~ compile_pattern('<hyphen> <controls|captured|besieges|contests>', grammar())
    ~ '|.' ~ compile_pattern('<stronghold>', grammar()) ~ ')' %}
{#- "On Friday they asked the army for the town that rebels hold", "for a town held by rebels": what a clause within the
    clause says has another day. -#}
{%- set clause_until_anchor = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count, '
    ~ 'greatest(claims.anchor_index - dates.token_index - dates.token_count, 0))' %}
{%- set clause_until_date = 'substring(sentence_units.unit_classes, claims.last_token + 1, '
    ~ 'greatest(dates.token_index - claims.last_token - 1, 0))' %}
{%- set opening_clause = '^' ~ compile_pattern('<comma>? <while|colon>', grammar()) %}
{%- set after_noun = compile_pattern('<place_noun|named_place> <adverb>{0,2}', grammar()) ~ '\\z' %}
{%- set by_actor = '^' ~ compile_pattern('<!by> <adverb|date>{0,2} <by>', grammar()) %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

date_values as (
    select * from {{ ref('int_date_values') }}
),

shifted_dates as (
    select * from {{ ref('int_shifted_dates') }}
),

dates as (
    select
        date_values.sentence_id,
        date_values.token_index,
        date_values.token_count,
        date_values.kind,
        coalesce(shifted_dates.shifted_date, date_values.date_earliest) as date_earliest,
        coalesce(shifted_dates.shifted_date, date_values.date_latest) as date_latest,
        case when date_values.kind = 'shifted' then 'day' else date_values.date_precision end as date_precision,
        date_values.is_period and coalesce(date_values.kind, '') != 'shifted' as is_period
    from date_values
    left join shifted_dates
        on date_values.sentence_id = shifted_dates.sentence_id and date_values.token_index = shifted_dates.token_index
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

candidates as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.kind,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision,
        dates.is_period,
        {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', speech) }} as is_date_of_speech,
        {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', plan) }} as is_date_of_plan,
        claims.claim_type = 'control'
        and case
            when dates.token_index > claims.last_token
                then {{ matches(clause_until_date, compile_pattern('<where>', grammar())) }}
            else dates.token_index < claims.anchor_index and (
                {{ matches(clause_until_anchor, compile_pattern('<relative|that|where>', grammar())) }}
                or (
                    {{ matches(clause_until_anchor, compile_pattern('<while>', grammar())) }}
                    and not {{ matches(clause_until_anchor, opening_clause) }}
                )
                or (
                    {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', after_noun) }}
                    and {{ matches('substring(sentence_units.unit_classes, claims.anchor_index)', by_actor) }}
                )
            )
        end as is_of_outer_clause,
        {{ matches(
            'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)', opening_clause
        ) }} as is_before_clause,
        claims.claim_type = 'meeting'
        and dates.token_index < claims.anchor_index
        and {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', referred) }}
            as is_of_referred,
        abs(dates.token_index - claims.anchor_index) as anchor_distance,
        {{ distance_columns(
            'claims', 'dates', 'sentence_units.unit_classes', ['colon', 'said', 'while', 'but', 'relative', 'stop']
        ) }}
    from claims
    inner join dates on claims.sentence_id = dates.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    where
        -- "One day after X met" dates the meeting, and nothing before those words.
        (coalesce(dates.kind, '') != 'shifted' or dates.token_index < claims.first_token)
        -- "Since the 2003 invasion": the year is its own; "in the 1967 war" says when, but not when people met.
        and not (
            claims.claim_type != 'casualty'
            and dates.kind = 'year'
            and dates.token_count = 1
            and (
                claims.claim_type = 'meeting'
                or not {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', in_the) }}
            )
            and not {{ matches(
                'substring(sentence_units.unit_classes, dates.token_index + 1) || \'' ~ closing_symbol() ~ '\'',
                '^' ~ compile_pattern('<comma|stop|close|and|dash|quote>', grammar())
            ) }}
        )
        -- "Prime Minister May"
        and not (
            dates.kind = 'month'
            and dates.token_count = 1
            and {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', office) }}
        )
        -- "The September 11 attacks"
        and not (
            claims.claim_type != 'casualty'
            and {{ matches(
                'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)',
                '^' ~ compile_pattern('<attack|strife>', grammar())
            ) }}
        )
        and not (
            claims.claim_type = 'control'
            and {{ matches('substring(sentence_units.unit_classes, claims.anchor_index - 1, 2)', held_always) }}
        )
        -- "Eight years into a war" tells the age of the war, "a year later" how long it was quiet.
        and not (
            dates.is_period
            and {{ matches(
                'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)',
                '^' ~ compile_pattern('<into>', grammar())
            ) }}
        )
        and not (
            dates.is_period
            and dates.kind is null
            and {{ matches(
                'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)',
                '^' ~ compile_pattern('<adverb>', grammar())
            ) }}
        )
)

select * from candidates
