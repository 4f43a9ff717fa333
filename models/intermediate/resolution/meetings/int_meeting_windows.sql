-- Grain: one reported meeting, with the days on which it can have been, and how narrowly they are known.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

circumstances as (
    select * from {{ ref('int_meeting_circumstances') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

-- A meeting without a date is news: it was in the days before the article came out, or will be in the weeks after.
windows as (
    select
        claims.claim_id,
        claims.article_id,
        claims.mode,
        circumstances.place_id,
        document_dates.published_date,
        circumstances.date_earliest is not null as is_dated,
        case
            when circumstances.date_earliest is not null then circumstances.date_earliest
            when claims.status = 'held' then {{ add_days('document_dates.published_date_earliest', -3) }}
            else document_dates.published_date_earliest
        end as window_start,
        case
            when circumstances.date_latest is not null then circumstances.date_latest
            when claims.status = 'held' then document_dates.published_date_latest
            else {{ add_days('document_dates.published_date_latest', 14) }}
        end as window_end
    from claims
    inner join circumstances on claims.claim_id = circumstances.claim_id
    inner join document_dates on claims.article_id = document_dates.article_id
),

meeting_windows as (
    select
        *,
        case
            when is_dated and {{ date_difference('window_end', 'window_start') }} <= 7 then 'dated'
            when is_dated then 'loose'
            when {{ date_difference('window_end', 'window_start') }} <= 21 then 'recent'
            else 'unknown'
        end as window_kind
    from windows
)

select * from meeting_windows
