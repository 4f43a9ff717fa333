-- Grain: one casualty figure about an event, with the incident in the world that it is about.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

nodes as (
    select claim_id as node from figures
),

links as (
    select * from {{ ref('int_incident_links') }}
),

clusters as (
    {{ components('nodes', 'links') }}
),

-- Known by its first figure, so that later ones leave the id as it is.
incident_clusters as (
    select
        clusters.node as claim_id,
        {{ content_id(["'incident'", "first_value(clusters.node) over first_figure"]) }} as incident_id
    from clusters
    inner join figures on clusters.node = figures.claim_id
    window first_figure as (
        partition by clusters.component
        order by figures.published_at nulls last, clusters.node
    )
)

select * from incident_clusters
