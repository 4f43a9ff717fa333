-- Grain: one entity that can act, speak or be named: known to the seeds, or met in an article.

with

entities as (
    select * from {{ ref('int_entities') }}
)

select * from entities
