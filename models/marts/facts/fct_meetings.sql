-- Grain: one meeting in the world, over all articles that report it.

with

reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
),

articles as (
    select * from {{ ref('dim_articles') }}
),

depths as (
    select * from {{ ref('int_place_depths') }}
),

dates as (
    select * from {{ ref('int_meeting_settled_dates') }}
),

contradictions as (
    select distinct meeting_id from {{ ref('int_meeting_contradictions') }}
),

-- A copy counts for the publisher of its original.
published as (
    select
        reports.*,
        articles.published_date,
        articles.duplicate_of_article_id is not null as is_copy,
        coalesce(originals.publisher_id, originals.publisher_name, originals.article_id) as publisher
    from reports
    inner join articles on reports.article_id = articles.article_id
    inner join articles as originals
        on coalesce(articles.duplicate_of_article_id, articles.article_id) = originals.article_id
),

-- The place that most reports give, the smaller one if they are as many.
places as (
    select
        published.meeting_id,
        published.place_id,
        count(*) filter (where not published.is_copy) as original_count,
        max(depths.depth) as greatest_depth
    from published
    left join depths on published.place_id = depths.place_id
    where published.place_id is not null
    group by published.meeting_id, published.place_id
    qualify row_number() over (
        partition by published.meeting_id
        order by original_count desc, greatest_depth desc, published.place_id asc
    ) = 1
),

names as (
    select
        reports.meeting_id,
        coalesce(participants.participant_name, participants.role_text) as name,
        count(*) as report_count
    from reports
    inner join participants on reports.claim_id = participants.claim_id
    group by reports.meeting_id, coalesce(participants.participant_name, participants.role_text)
),

joined_names as (
    select
        meeting_id,
        substring({{ joined_in_order("'; ' || name", 'report_count desc, name') }}, 3) as participants
    from names
    group by meeting_id
),

-- What any report tells as past has happened; else the last report knows best.
statuses as (
    select
        meeting_id,
        status
    from published
    qualify row_number() over (
        partition by meeting_id
        order by status = 'held' desc, published_date desc nulls last, claim_id asc
    ) = 1
),

counts as (
    select
        meeting_id,
        min(mode) as mode,
        cast(count(*) as integer) as report_count,
        cast(count(distinct publisher) as integer) as publisher_count,
        min(published_date) as first_published_date
    from published
    group by meeting_id
),

meetings as (
    select
        counts.meeting_id,
        dates.meeting_date,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        places.place_id,
        joined_names.participants,
        statuses.status,
        counts.mode,
        counts.report_count,
        counts.publisher_count,
        counts.first_published_date,
        contradictions.meeting_id is not null as has_conflicting_reports
    from counts
    inner join joined_names on counts.meeting_id = joined_names.meeting_id
    inner join statuses on counts.meeting_id = statuses.meeting_id
    left join dates on counts.meeting_id = dates.meeting_id
    left join places on counts.meeting_id = places.meeting_id
    left join contradictions on counts.meeting_id = contradictions.meeting_id
)

select * from meetings
