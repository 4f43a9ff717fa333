-- Grain: one entity that is known before any article is read.
with persons as (
    select * from {{ ref('world_persons') }}
),

organizations as (
    select * from {{ ref('world_organizations') }}
),

publishers as (
    select * from {{ ref('world_publishers') }}
),

places as (
    select * from {{ ref('stg_places') }}
),

countries as (
    select * from {{ ref('world_countries') }}
),

unioned as (
    select
        'person' as entity_type,
        entity_key,
        name,
        country_code,
        true as is_curated
    from persons
    union all
    select
        'organization' as entity_type,
        entity_key,
        name,
        country_code,
        true as is_curated
    from organizations
    union all
    select
        'publisher' as entity_type,
        entity_key,
        name,
        country_code,
        true as is_curated
    from publishers
    union all
    select
        'place' as entity_type,
        entity_key,
        name,
        country_code,
        is_curated
    from places
),

final as (
    select
        {{ content_id(['unioned.entity_type', 'unioned.entity_key']) }} as entity_id,
        unioned.entity_type,
        unioned.entity_key,
        unioned.name,
        unioned.is_curated,
        persons.role,
        persons.affiliation,
        unioned.country_code,
        countries.name as country,
        organizations.organization_type,
        organizations.side,
        publishers.publisher_type,
        publishers.domain
    from unioned
    left join persons on unioned.entity_type = 'person' and unioned.entity_key = persons.entity_key
    left join organizations on unioned.entity_type = 'organization' and unioned.entity_key = organizations.entity_key
    left join publishers on unioned.entity_type = 'publisher' and unioned.entity_key = publishers.entity_key
    left join countries on unioned.country_code = countries.country_code
)

select * from final
