-- Grain: one entity: known to the seeds, or met in an article; with how often.

with

known as (
    select * from {{ ref('stg_entities') }}
),

known_names as (
    select distinct entity_id from {{ ref('int_known_names') }}
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
),

counts as (
    select
        entity_id,
        count(*) as mention_count,
        count(distinct article_id) as article_count
    from mentions
    group by entity_id
),

-- Of the ways in which articles write a name the most common one.
found_names as (
    select
        entity_id,
        entity_type,
        name,
        count(*) as mention_count
    from mentions
    where resolution_method = 'found'
    group by entity_id, entity_type, name
    qualify row_number() over (
        partition by entity_id
        order by mention_count desc, name desc
    ) = 1
),

listed as (
    select
        known.entity_id,
        known.entity_type,
        known.name,
        known.is_curated
    from known
    left join known_names on known.entity_id = known_names.entity_id
    where known.is_curated or known_names.entity_id is not null

    union all

    -- A name that differs from a known one only in its capitals is the known one.
    select
        found_names.entity_id,
        found_names.entity_type,
        found_names.name,
        false as is_curated
    from found_names
    left join known on found_names.entity_id = known.entity_id
    where known.entity_id is null
),

entities as (
    select
        listed.entity_id,
        listed.entity_type,
        listed.name,
        listed.is_curated,
        cast(coalesce(counts.mention_count, 0) as integer) as mention_count,
        cast(coalesce(counts.article_count, 0) as integer) as article_count
    from listed
    left join counts on listed.entity_id = counts.entity_id
)

select * from entities
