-- Grain: one source that a claim is attributed to, as the one who states it or as the one who passes it on.

with

claims as (
    select * from {{ ref('claims') }}
),

sources as (
    select
        claim_id,
        attributed_to as quoted_source,
        'states' as quoted_as
    from claims
    where attributed_to is not null

    union all

    select
        claim_id,
        via as quoted_source,
        'passes on' as quoted_as
    from claims
    where via is not null
),

attributions as (
    select
        claims.claim_id,
        sources.quoted_source,
        sources.quoted_as,
        claims.claim_type,
        claims.claim_summary,
        claims.place,
        claims.event_date,
        claims.publisher_name,
        claims.published_date,
        claims.exact
    from sources
    inner join claims on sources.claim_id = claims.claim_id
)

select * from attributions
