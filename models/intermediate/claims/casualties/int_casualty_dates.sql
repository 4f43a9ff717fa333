-- Grain: one casualty figure with the date, or the stretch of time, that fits what it adds up over.

with

scopes as (
    select * from {{ ref('int_casualty_scopes') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- A figure for the war so far has no day, a stretch of time at most ("since 2011"); one for a stretch of time has no
-- day but that of its own sentence.
fitting as (
    select
        dates.*,
        scopes.scope,
        lower({{ token_text('dates.first_token', 'dates.last_token') }}) as date_text,
        {{ token_text('dates.first_token', 'dates.last_token') }} as stated_text
    from scopes
    inner join dates on scopes.claim_key = dates.claim_key
    inner join sentences on dates.sentence_id = sentences.sentence_id
    where
        case scopes.scope
            when 'cumulative' then dates.period_text is not null
            when 'period' then coalesce(dates.date_method, '') != 'carried_over'
            -- Where one event is told, "for seven years" is of something else.
            else dates.date_earliest is not null
        end
),

-- "Earlier this month" dates one event; victims of several attacks add up "this week".
casualty_dates as (
    select
        claim_key,
        case
            when event_date is null and scope = 'event' and date_precision in ('day', 'week', 'month', 'year')
                then date_earliest
            else event_date
        end as event_date,
        date_precision,
        date_earliest,
        date_latest,
        date_method,
        token_distance,
        case
            when scope = 'event' then null
            when period_text is not null then period_text
            when
                scope = 'period'
                and date_precision in ('week', 'month', 'year')
                and {{ matches('date_text', text_pattern('stated_stretch')) }}
                and not {{ matches('date_text', text_pattern('before_or_after')) }}
                then stated_text
        end as period_text
    from fitting
)

select * from casualty_dates
