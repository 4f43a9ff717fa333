-- Grain: one meeting in the world of which some report gives a date, with the date that is taken for it.

with

clusters as (
    select * from {{ ref('int_meeting_clusters') }}
),

claims as (
    select
        claim_id,
        article_id
    from {{ ref('int_meeting_claims') }}
),

circumstances as (
    select
        claim_id,
        meeting_date,
        date_precision,
        date_earliest,
        date_latest
    from {{ ref('int_meeting_circumstances') }}
    where date_earliest is not null
    union all
    select
        claim_id,
        cast(null as date) as meeting_date,
        'range' as date_precision,
        date_earliest,
        date_latest
    from {{ ref('int_meeting_weekdays') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

copies as (
    select * from {{ ref('int_article_copies') }}
),

-- Copies add no weight to a date.
counted_dates as (
    select
        clusters.meeting_id,
        circumstances.*,
        document_dates.published_date,
        copies.article_id is not null as is_copy,
        case circumstances.date_precision
            when 'day' then 1
            when 'range' then 2
            when 'week' then 2
            when 'month' then 3
            else 4
        end as precision_rank,
        count(*) filter (where copies.article_id is null) over (
            partition by clusters.meeting_id, circumstances.date_earliest, circumstances.date_latest
        ) as date_support
    from clusters
    inner join circumstances on clusters.claim_id = circumstances.claim_id
    inner join claims on clusters.claim_id = claims.claim_id
    inner join document_dates on claims.article_id = document_dates.article_id
    left join copies on claims.article_id = copies.article_id
),

-- The date as the most exact reports give it, among those the one that most give, the later report if they are as many.
meeting_settled_dates as (
    select
        meeting_id,
        meeting_date,
        date_precision,
        date_earliest,
        date_latest
    from counted_dates
    qualify row_number() over (
        partition by meeting_id
        order by
            precision_rank asc,
            date_support desc,
            is_copy asc,
            published_date desc nulls last,
            claim_id asc
    ) = 1
)

select * from meeting_settled_dates
