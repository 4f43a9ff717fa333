-- Grain: one reported meeting of which only the weekday is known, since its article has no date: the days between
-- which it must have been, from those between which the article must have been written.

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
    where status = 'held'
),

circumstances as (
    select * from {{ ref('int_meeting_circumstances') }}
    where date_earliest is null
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

weekdays as (
    select distinct sentence_id from {{ ref('int_date_kinds') }}
    where kind = 'weekday' and written_date is null
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
    where published_date is null and published_date_earliest is not null and published_date_latest is not null
),

meeting_weekdays as (
    select distinct
        claims.claim_id,
        {{ add_days('document_dates.published_date_earliest', -6) }} as date_earliest,
        document_dates.published_date_latest as date_latest
    from claims
    inner join circumstances on claims.claim_id = circumstances.claim_id
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join weekdays on mentions.sentence_id = weekdays.sentence_id
    inner join document_dates on claims.article_id = document_dates.article_id
)

select * from meeting_weekdays
