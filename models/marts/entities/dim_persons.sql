-- Grain: one person: known to the seeds, or named in an article.

with

entities as (
    select * from {{ ref('int_entities') }}
    where entity_type = 'person'
),

known as (
    select * from {{ ref('stg_entities') }}
),

found as (
    select * from {{ ref('int_found_persons') }}
),

persons as (
    select
        entities.entity_id as person_id,
        entities.name,
        coalesce(known.role, found.role) as role,
        coalesce(known.affiliation, found.affiliation) as affiliation,
        coalesce(known.country, found.country) as country,
        entities.is_curated,
        entities.mention_count,
        entities.article_count
    from entities
    left join known on entities.entity_id = known.entity_id
    left join found on entities.entity_id = found.entity_id
)

select * from persons
