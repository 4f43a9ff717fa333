-- Grain: one casualty figure, with the stretch of time it covers: one event, a period, or the war so far.

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

rules as (
    select * from {{ ref('scope_rules') }}
),

strife as (
    select
        sentence_id,
        token_index,
        meaning
    from {{ ref('int_words') }}
    where word_class = 'strife'
),

anchors as (
    select distinct
        sentence_id,
        token_index,
        token_count,
        anchor_symbol,
        classes_before,
        classes_after
    from triggers
),

matches as (
    {{ match_rules('anchors', ref('scope_rules'), ['strife']) }}
),

-- In a war victims add up over the years, in an offensive over days or weeks; a crash or an incident is one event.
stated as (
    select
        matches.sentence_id,
        matches.token_index,
        case
            when rules.scope is not null then rules.scope
            when strife.meaning = 'war' then 'cumulative'
            else 'period'
        end as scope
    from matches
    inner join rules on matches.rule_id = rules.rule_id
    left join strife
        on matches.sentence_id = strife.sentence_id and matches.strife_index = strife.token_index
    where rules.scope is not null or strife.meaning in ('war', 'campaign')
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by case when strife.meaning = 'war' then 1 else 2 end, matches.priority
    ) = 1
),

dated as (
    select
        triggers.claim_key,
        figures.outcome,
        stated.scope,
        dates.period_text,
        dates.claim_key is not null
        and dates.date_method != 'carried_over'
        and dates.period_text is null as has_own_date,
        -- No single event of these wars has so many victims: such a number is a running total.
        coalesce(figures.value, figures.value_low, 0)
        >= case
            when figures.outcome = 'displaced' then {{ var('displaced_so_far') }} else {{ var('victims_so_far') }}
        end as is_large
    from triggers
    inner join figures on triggers.claim_key = figures.claim_key
    left join dates on triggers.claim_key = dates.claim_key
    left join stated on triggers.sentence_id = stated.sentence_id and triggers.token_index = stated.token_index
),

scopes as (
    select
        claim_key,
        case
            when scope = 'cumulative' then scope
            when {{ matches('lower(period_text)', '^since .*(?:19|20)[0-9][0-9]') }} then 'cumulative'
            when period_text is not null then 'period'
            when scope = 'period' and not has_own_date then scope
            when is_large and not has_own_date then 'cumulative'
            -- People flee for days.
            when outcome = 'displaced' and not has_own_date then 'period'
            else 'event'
        end as scope
    from dated
)

select * from scopes
