-- Grain: one casualty figure, with the stretch of time it covers: one event, a period, or the war so far.

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

figures as (
    select * from {{ ref('int_casualty_figures') }}
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
    {{ match_rules('anchors', ref('scope_rules'), []) }}
),

wars as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'strife' and meaning = 'war'
),

-- "Fighting" and "clashes" are one event, only a war adds up over the years.
war_sentences as (
    select distinct matches.sentence_id
    from matches
    inner join wars on matches.sentence_id = wars.sentence_id
),

scopes as (
    select
        triggers.claim_key,
        case
            when war_sentences.sentence_id is not null then 'cumulative'
            when {{ matches('lower(dates.period_text)', '^since .*(?:19|20)[0-9][0-9]') }} then 'cumulative'
            when dates.period_text is not null then 'period'
            -- No single event of the wars since 1945 but a few has so many victims; such numbers are running totals.
            when
                coalesce(figures.value, figures.value_low, 0) >= {{ var('cumulative_from') }}
                and (dates.claim_key is null or dates.date_method = 'carried_over')
                then 'cumulative'
            else 'event'
        end as scope
    from triggers
    left join war_sentences on triggers.sentence_id = war_sentences.sentence_id
    inner join figures on triggers.claim_key = figures.claim_key
    left join dates on triggers.claim_key = dates.claim_key
)

select * from scopes
