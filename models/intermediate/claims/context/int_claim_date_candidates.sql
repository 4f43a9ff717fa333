-- Grain: one mention of a date in the sentence of a claim that it can be the date of.

{%- set referred = compile_pattern(
    '<possessive|genitive_mark> (<word|adverb|quote|nationality>){0,3}', grammar()
) ~ '\\z' %}
{#- "Rebel-held", "the rebel stronghold": what an adjective or a noun takes for granted has no day. -#}
{%- set held_always = '^(?:' ~ compile_pattern('<hyphen> <controls|captured|besieges|contests>', grammar())
    ~ '|.' ~ compile_pattern('<stronghold>', grammar()) ~ ')' %}
{#- "On Friday they asked the army for the town that rebels hold", "a town held by rebels was shelled on Friday": what
    a clause within the clause says has another day, and so has a second verb: "lost its leader on Friday and has lost",
    "lost the north last month but hold the south". A noun has the day beside it:
    "Russia's annexation of Crimea was condemned in 2015". -#}
{%- set until_anchor = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count, '
    ~ 'greatest(claims.anchor_index - dates.token_index - dates.token_count, 0))' %}
{%- set until_date = 'substring(sentence_units.unit_classes, claims.last_token + 1, '
    ~ 'greatest(dates.token_index - claims.last_token - 1, 0))' %}
{%- set before_anchor = 'substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)' %}
{%- set before_date = 'substring(sentence_units.unit_classes, 1, dates.token_index - 1)' %}
{#- "Their 2014 annexation of the peninsula". -#}
{%- set of_anchor = 'dates.token_index + dates.token_count between claims.anchor_index - 1 and claims.anchor_index' %}
{%- set from_anchor = 'substring(sentence_units.unit_classes, claims.anchor_index)' %}
{%- set where = compile_pattern(
    '<where|since>|<that|relative> (<pronoun>|<have|be|adverb>{1,3} <captured>)'
    ~ '|<pronoun> <have|adverb>{0,2} <controls|captured|regained|lost|do>', grammar()
) %}
{%- set second_verb = compile_pattern('<and> <adverb>? <have>', grammar()) %}
{%- set second_clause = compile_pattern('<and|but|while|comma> <had_done>', grammar()) ~ '\\z' %}
{%- set within = compile_pattern('(<comma> <relative> <had_done>|<while> (<!comma|stop>)*)', grammar()) ~ '\\z' %}
{%- set main_clause = compile_pattern('<comma> (<!stop>)* <!comma>', grammar()) ~ '\\z' %}
{%- set noun = '^' ~ compile_pattern('(<deaths>|<control_noun|siege> <of|on|over|from>)', grammar()) %}
{%- set held = '^' ~ compile_pattern('<controls|besieges>', grammar()) %}
{%- set inner_clause = compile_pattern('<relative|that|where>', grammar()) %}
{%- set while = compile_pattern('<while>', grammar()) %}
{%- set after_noun = compile_pattern('<place_noun|named_place> <adverb>{0,2}', grammar()) ~ '\\z' %}
{%- set by_actor = '^' ~ compile_pattern('<!by> <adverb|date>{0,2} <by>', grammar()) %}
{#- "One of them, which hosted a delegation in May, was driven out": the May of another clause. -#}
{%- set until_comma = '^' ~ compile_pattern('(<!comma|stop|relative|that>)* <comma> <have|be|adverb>{0,3}', grammar())
    ~ '\\z' %}
{%- set in_relative = compile_pattern('<relative> (<!comma|stop>)*', grammar()) ~ '\\z' %}
{#- "On Sunday, after days of fighting, they took the town". -#}
{%- set past_clause = '^' ~ compile_pattern('<comma>? <while> (<!comma|stop>)* <comma>', grammar()) %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

dates as (
    select * from {{ ref('int_stated_dates') }}
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

dates_of_other_clauses as (
    select * from {{ ref('int_dates_of_other_clauses') }}
),

candidates as (
    select
        claims.claim_key,
        claims.claim_type,
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.kind,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision,
        dates.is_period,
        dates.is_date_of_speech,
        dates.is_date_of_plan,
        dates.is_before_clause and dates.token_index < claims.anchor_index as is_before_clause,
        dates.is_before_sequence and dates.token_index < claims.anchor_index as is_before_sequence,
        dates.token_index < claims.anchor_index and {{ matches(until_anchor, past_clause) }} as is_past_clause,
        dates.has_end,
        claims.claim_type = 'control'
        and case
            when dates.token_index > claims.last_token
                then
                    {{ matches(until_date, where) }}
                    or ({{ matches(before_anchor, within) }} and {{ matches(until_date, main_clause) }})
                    or ({{ matches(from_anchor, noun) }} and {{ until_date }} != '')
                    or (
                        {{ matches(before_anchor, after_noun) }}
                        and {{ matches(from_anchor, held) }}
                        and {{ matches(from_anchor, by_actor) }}
                    )
            else dates.token_index < claims.anchor_index and (
                {{ matches(until_anchor, inner_clause) }}
                or {{ matches(until_anchor, second_verb) }}
                or ({{ matches(from_anchor, held) }} and {{ matches(until_anchor, second_clause) }})
                or (
                    {{ matches(from_anchor, noun) }}
                    and dates.token_index < claims.first_token
                    and not dates.is_before_clause
                    and not ({{ of_anchor }})
                )
                or ({{ matches(until_anchor, until_comma) }} and {{ matches(before_date, in_relative) }})
                or (
                    {{ matches(until_anchor, while) }}
                    and not dates.is_before_clause
                    and not {{ matches(until_anchor, past_clause) }}
                )
                or ({{ matches(before_anchor, after_noun) }} and {{ matches(from_anchor, by_actor) }})
            )
        end as is_of_outer_clause,
        claims.claim_type = 'meeting'
        and dates.token_index < claims.anchor_index
        and {{ matches(before_anchor, referred) }} as is_of_referred,
        abs(dates.token_index - claims.anchor_index) as anchor_distance,
        {{ distance_columns(
            'claims', 'dates', 'sentence_units.unit_classes', ['colon', 'said', 'while', 'but', 'relative', 'stop']
        ) }}
    from claims
    inner join dates on claims.sentence_id = dates.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    left join dates_of_other_clauses
        on
            claims.claim_key = dates_of_other_clauses.claim_key
            and dates.token_index = dates_of_other_clauses.token_index
    where
        dates_of_other_clauses.claim_key is null
        -- "Killed since the war began in April": victims add up since then, a meeting or a capture has a day.
        and case
            when claims.claim_type = 'casualty' then not dates.is_in_clause
            else coalesce(dates.kind, '') != 'since_clause'
        end
        -- "One day after X met" dates the meeting, and so do "X met Y a day later," and "12 died two days later when".
        and (
            coalesce(dates.kind, '') != 'shifted'
            or dates.token_index < claims.first_token
            or dates.is_at_end
            or coalesce(dates.shift_days < 0, false) and dates.token_index <= claims.last_token + 3
        )
        -- "Guterres, who arrived on Thursday, met Erdogan"
        and not (
            claims.claim_type = 'meeting'
            and dates.token_index between claims.first_token + 1 and claims.anchor_index - 1
            and {{ matches(until_anchor, '^' ~ compile_pattern('<comma>', grammar())) }}
            and {{ matches(
                'substring(sentence_units.unit_classes, claims.first_token, dates.token_index - claims.first_token)',
                compile_pattern('<comma> <relative>', grammar())
            ) }}
        )
        -- "Since the 2003 invasion": the year is its own; "in the 1967 war" says when, but not when people met.
        and not (
            claims.claim_type in ('meeting', 'control')
            and (dates.is_year_of_noun or dates.is_of_event)
            and (claims.claim_type = 'meeting' or not (dates.is_in_the or dates.is_before_clause or ({{ of_anchor }})))
        )
        and not (
            claims.claim_type = 'control'
            and {{ matches('substring(sentence_units.unit_classes, claims.anchor_index - 1, 2)', held_always) }}
        )
)

select * from candidates
