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

-- A plan for a day that has passed is no plan: the date is of something else. The year of the article itself says
-- nothing of when.
dated as (
    select
        claims.claim_id,
        claims.article_id,
        claims.mode,
        claims.status,
        circumstances.place_id,
        circumstances.date_earliest is not null
        and not coalesce(
            claims.status = 'planned' and circumstances.date_latest < document_dates.published_date_earliest, false
        )
        and not coalesce(
            circumstances.date_precision = 'year'
            and document_dates.published_date between circumstances.date_earliest and circumstances.date_latest, false
        ) as is_dated,
        circumstances.date_earliest,
        circumstances.date_latest,
        document_dates.published_date,
        document_dates.published_date_earliest,
        document_dates.published_date_latest
    from claims
    inner join circumstances on claims.claim_id = circumstances.claim_id
    inner join document_dates on claims.article_id = document_dates.article_id
),

-- Without a date, a call is news of the day. Of a visit one reads before, during and after it, often in words that do
-- not tell which ("the talks in Moscow"); a plan is for the weeks to come.
windows as (
    select
        claim_id,
        article_id,
        mode,
        status = 'planned' as is_planned,
        place_id,
        published_date,
        is_dated,
        case
            when is_dated then date_earliest
            when mode in ('phone', 'video') then {{ add_days('published_date_earliest', -1) }}
            when status = 'planned' then published_date_earliest
            else {{ add_days('published_date_earliest', -4) }}
        end as window_start,
        case
            when is_dated then date_latest
            when mode in ('phone', 'video') then published_date_latest
            when status = 'planned' then {{ add_days('published_date_latest', 14) }}
            else {{ add_days('published_date_latest', 4) }}
        end as window_end
    from dated
),

meeting_windows as (
    select
        *,
        case
            when is_dated and {{ date_difference('window_end', 'window_start') }} <= 7 then 'dated'
            when is_dated and {{ date_difference('window_end', 'window_start') }} <= 31 then 'month'
            when is_dated then 'loose'
            when {{ date_difference('window_end', 'window_start') }} <= 21 then 'recent'
            else 'unknown'
        end as window_kind
    from windows
)

select * from meeting_windows
