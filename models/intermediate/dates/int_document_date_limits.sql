-- Grain: one article that has to be dated, with the first and the last day on which it can have been published by all
-- the clues in its text together. Where they contradict one another, a war's age and "last September" give way: they
-- are the looser ways of speaking.

with

bounds as (
    select
        *,
        method in ('date_mentioned', 'reference_event', 'loaded', 'month_of_address') as is_firm_start,
        method in ('loaded', 'month_of_address') as is_firm_end
    from {{ ref('int_document_date_bounds') }}
    where method not in ('address', 'date_line')
),

summary as (
    select
        article_id,
        max(earliest_date) as earliest_date,
        min(latest_date) as latest_date,
        max(case when is_firm_start then earliest_date end) as firm_earliest_date,
        min(case when is_firm_end then latest_date end) as firm_latest_date,
        max(case when method = 'conflict_age' then 1 else 0 end) = 1 as has_conflict_age,
        max(case when method = 'reference_event' then 1 else 0 end) = 1 as has_reference_event,
        max(case when method = 'month_of_address' then 1 else 0 end) = 1 as has_address,
        max(case when method = 'reference_event' then earliest_date end) as last_event_date
    from bounds
    group by article_id
),

limits as (
    select
        article_id,
        last_event_date,
        case
            when earliest_date is null or earliest_date <= latest_date then earliest_date
            when firm_earliest_date <= firm_latest_date then firm_earliest_date
        end as earliest_date,
        case
            when earliest_date is null or earliest_date <= latest_date then latest_date
            else firm_latest_date
        end as latest_date,
        case
            when has_address then 'month_of_address'
            when coalesce(earliest_date <= latest_date, false) and has_conflict_age and has_reference_event
                then 'conflict_age_and_reference_event'
            when coalesce(earliest_date <= latest_date, false) and has_conflict_age then 'conflict_age'
            when has_reference_event then 'reference_event'
            when firm_earliest_date is not null then 'date_mentioned'
            else 'none'
        end as method
    from summary
)

select * from limits
