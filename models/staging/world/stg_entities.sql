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
        true as is_curated,
        role,
        affiliation,
        cast(null as {{ dbt.type_string() }}) as organization_type,
        cast(null as {{ dbt.type_string() }}) as side,
        cast(null as {{ dbt.type_string() }}) as publisher_type
    from persons
    union all
    select
        'organization' as entity_type,
        entity_key,
        name,
        country_code,
        true as is_curated,
        null as role,
        null as affiliation,
        organization_type,
        side,
        null as publisher_type
    from organizations
    union all
    select
        'publisher' as entity_type,
        entity_key,
        name,
        country_code,
        true as is_curated,
        null as role,
        null as affiliation,
        null as organization_type,
        null as side,
        publisher_type
    from publishers
    union all
    select
        'place' as entity_type,
        entity_key,
        name,
        country_code,
        is_curated,
        null as role,
        null as affiliation,
        null as organization_type,
        null as side,
        null as publisher_type
    from places
),

final as (
    select
        {{ content_id(['unioned.entity_type', 'unioned.entity_key']) }} as entity_id,
        unioned.entity_type,
        unioned.entity_key,
        unioned.name,
        unioned.is_curated,
        unioned.role,
        unioned.affiliation,
        unioned.country_code,
        countries.name as country,
        unioned.organization_type,
        unioned.side,
        unioned.publisher_type
    from unioned
    left join countries on unioned.country_code = countries.country_code
)

select * from final
