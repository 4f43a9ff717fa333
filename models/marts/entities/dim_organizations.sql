-- Grain: one organization, armed group, ministry or agency: known to the seeds, or named in an article.

with

entities as (
    select * from {{ ref('int_entities') }}
    where entity_type = 'organization'
),

known as (
    select * from {{ ref('stg_entities') }}
),

organizations as (
    select
        entities.entity_id as organization_id,
        entities.name,
        known.organization_type,
        known.country,
        known.side,
        entities.is_curated,
        entities.mention_count,
        entities.article_count
    from entities
    left join known on entities.entity_id = known.entity_id
)

select * from organizations
