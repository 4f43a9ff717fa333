-- Grain: one casualty figure and a date of its sentence that tells when something else was: when somebody spoke or
-- condemned it, is to meet, when the offensive began, until when victims were counted, or what the deadliest attack is
-- compared with.

{%- set language = grammar() %}
{%- set harm = 'attack|strife|harmed|harming|harm|died|dead|deaths|counted_harm|figure|captured|toll|drove|besieges'
    ~ '|siege' %}
{%- set left = 'substring(sentence_units.unit_classes, 1, dates.token_index - 1)' %}
{%- set until_figure = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count, '
    ~ 'greatest(claims.first_token - dates.token_index - dates.token_count, 0))' %}
{%- set from_figure = 'substring(sentence_units.unit_classes, claims.last_token + 1, '
    ~ 'greatest(dates.token_index - claims.last_token - 1, 0))' %}
{#- "On Monday the monitor said a strike killed 18", not "On Monday, police said, a bomb killed 18". -#}
{%- set speech = '^' ~ compile_pattern(
    '((<!' ~ harm ~ '|said|comma|while|that|relative>)* <!' ~ harm ~ '|said|comma|while|that|relative|in|on|of|from|by'
    ~ '|definite|indefinite|possessive>)? <said>', language
) ~ '(?:' ~ compile_pattern('<!comma>', language) ~ '|\\z)' %}
{#- "The council on Monday condemned what they did, which killed 12": nothing in the clause of the date tells of harm.
    "In 2007, when they killed 12" and "in May in which four died" open right behind the date. -#}
{%- set clause_without_harm = '^' ~ compile_pattern(
    '<!' ~ harm ~ '|comma|while|relative|but|where|stop> (<!' ~ harm ~ '|while|relative|but|where|stop>)*'
    ~ ' <while|relative|but|where>', language
) %}
{%- set harm_before = compile_pattern('<' ~ harm ~ '> (<!while|relative|but|where|said|stop>)*', language) ~ '\\z' %}
{#- "In an offensive that began on July 17", "the siege, which started on Monday". -#}
{%- set beginning = compile_pattern(
    '<strife|attack|siege|besieges> (<!stop|harmed|died|said>){0,5} <relative|that> <have|adverb>{0,2}'
    ~ ' (<!comma|stop|said|harmed|died|relative|that>){1,7}', language
) ~ '\\z' %}
{#- "Killed four in Mosul, and on Tuesday another bomb killed nine". -#}
{%- set own_clause = compile_pattern('<and|but>', language) ~ '\\z' %}
{#- "Tuesday's attack, which killed 38, was the deadliest since an August assault". -#}
{%- set main_clause = '^' ~ compile_pattern('<adverb>? <comma> (<be>|<have> <be>)', language) %}
{%- set next_words = '^' ~ compile_pattern('<!stop|comma|and|close|dash|quote>', language) %}
{%- set owner = '^' ~ compile_pattern('<genitive_mark>', language) %}
{%- set most_tokens_from_since = 7 %}
{%- set behind = 'substring(sentence_units.unit_classes, dates.token_index + dates.token_count)' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

dates as (
    select * from {{ ref('int_stated_dates') }}
),

compared_sinces as (
    select * from {{ ref('int_compared_sinces') }}
    where is_since
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

begins as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where {{ matches('lower(token)', text_pattern('begun')) }}
),

-- "As of Tuesday, 54 had died", "up to May 3": until when people were counted.
limits as (
    select
        sentence_id,
        token_index + case lower(token) when 'up' then 2 when 'until' then 1 else 0 end as date_index
    from {{ ref('int_words') }}
    where lower(token) in ('as', 'up', 'until')
),

described as (
    select
        claims.claim_key,
        dates.sentence_id,
        dates.token_index,
        dates.is_date_of_plan,
        compared_sinces.sentence_id is not null and not dates.is_before_clause as is_compared,
        dates.token_index < claims.first_token
        and {{ matches(until_figure, speech) }}
        and not {{ matches(left, harm_before) }} as is_of_speech,
        begins.sentence_id is not null and {{ matches(left, beginning) }} as is_of_beginning,
        dates.token_index < claims.first_token
        and {{ matches(until_figure, clause_without_harm) }}
        and not {{ matches(left, harm_before) }}
        and not dates.is_of_event as is_of_main_clause,
        dates.token_index > claims.last_token
        and (
            {{ matches(from_figure, main_clause) }}
            or ({{ matches(from_figure, own_clause) }} and {{ matches(behind, next_words) }})
        ) as is_of_next_clause,
        limits.sentence_id is not null and not {{ matches(behind, owner) }} as is_limit
    from claims
    inner join dates on claims.sentence_id = dates.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    left join compared_sinces
        on
            dates.sentence_id = compared_sinces.sentence_id
            and compared_sinces.token_index
            between dates.token_index - {{ most_tokens_from_since }} and dates.token_index
    left join begins
        on
            dates.sentence_id = begins.sentence_id
            and begins.token_index between dates.token_index - {{ most_tokens_from_since }} and dates.token_index - 1
    left join limits on dates.sentence_id = limits.sentence_id and dates.token_index = limits.date_index
    where not dates.is_period
),

dates_of_other_clauses as (
    select
        claim_key,
        sentence_id,
        token_index,
        bool_or(is_of_speech) as is_of_speech
    from described
    where
        is_date_of_plan
        or is_limit
        or is_compared
        or is_of_beginning
        or is_of_speech
        or is_of_main_clause
        or is_of_next_clause
    group by claim_key, sentence_id, token_index
)

select * from dates_of_other_clauses
