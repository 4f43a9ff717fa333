-- Grain: one reported meeting, with the meeting in the world that it is about.

with

nodes as (
    select claim_id as node from {{ ref('int_meeting_claims') }}
),

links as (
    select * from {{ ref('int_meeting_links') }}
),

clusters as (
    {{ components('nodes', 'links') }}
),

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

publication_order as (
    select * from {{ ref('int_publication_order') }}
),

-- Known by its first report, so that later ones leave the id as it is.
meeting_clusters as (
    select
        clusters.node as claim_id,
        {{ content_id(["'meeting'", "first_value(clusters.node) over first_report"]) }} as meeting_id
    from clusters
    inner join claims on clusters.node = claims.claim_id
    inner join publication_order on claims.article_id = publication_order.article_id
    window first_report as (
        partition by clusters.component
        order by publication_order.published_at nulls last, clusters.node
    )
)

select * from meeting_clusters
