-- Grain: one place: known to the seeds, or named in an article and known to the gazetteer or to nobody.

with

entities as (
    select * from {{ ref('int_entities') }}
    where entity_type = 'place'
),

known as (
    select * from {{ ref('stg_places') }}
),

places as (
    select
        entities.entity_id as place_id,
        entities.name,
        known.place_type,
        known.admin1,
        known.country,
        known.latitude,
        known.longitude,
        known.geonames_id,
        entities.is_curated,
        entities.mention_count,
        entities.article_count
    from entities
    left join known on entities.entity_id = known.place_id
)

select * from places
