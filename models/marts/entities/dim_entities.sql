-- Grain: one entity that can act, speak or be named: known to the seeds, or met in an article.

with

entities as (
    select
        entity_id,
        entity_type,
        name,
        is_curated,
        mention_count,
        article_count
    from {{ ref('int_entities') }}
)

select * from entities
