-- Grain: one statement by which somebody denies what the same article says: a claim, or to have done what it tells of.

with

disputes as (
    select * from {{ ref('int_stated_disputes') }}
),

articles as (
    select * from {{ ref('dim_articles') }}
),

stated_disputes as (
    select
        disputes.dispute_id,
        disputes.claim_type,
        disputes.denied_claim_id as claim_id,
        coalesce(disputes.claimed_by, articles.publisher_name) as claimed_by,
        disputes.denied_thing,
        disputes.denied_by_id,
        disputes.denied_by,
        disputes.counter_claim_id,
        disputes.article_id,
        articles.published_date,
        disputes.sentence_id,
        disputes.evidence_field,
        disputes.exact,
        disputes.start_offset,
        disputes.end_offset
    from disputes
    inner join articles on disputes.article_id = articles.article_id
    where articles.is_latest_version
)

select * from stated_disputes
