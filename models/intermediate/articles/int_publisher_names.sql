-- Grain: one name by which a known publisher is called, in letters and digits only.

with

publishers as (
    select * from {{ ref('world_publishers') }}
),

aliases as (
    select * from {{ ref('world_aliases') }}
    where entity_type = 'publisher'
),

names as (
    select
        entity_key,
        name
    from publishers

    union all

    select
        publishers.entity_key,
        aliases.alias as name
    from aliases
    inner join publishers on aliases.entity_key = publishers.entity_key
),

-- One name may stand for one publisher only: the first key has it.
publisher_names as (
    select
        {{ replace_all('name', '[^\\p{L}\\p{N}]+', ' ') }} as name,
        min(entity_key) as entity_key
    from names
    group by {{ replace_all('name', '[^\\p{L}\\p{N}]+', ' ') }}
)

select * from publisher_names
