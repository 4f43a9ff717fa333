-- Grain: one place, from the seed or, where the seed does not know it, from the gazetteer.
with curated as (
    select * from {{ ref('world_places') }}
),

gazetteer as (
    select * from {{ source('gazetteer', 'gazetteer_places') }}
),

countries as (
    select * from {{ ref('world_countries') }}
),

provinces as (
    select
        entity_key,
        admin1,
        country_code,
        admin1_code
    from curated
    where admin1_code is not null
),

uncurated as (
    select
        'geonames:' || cast(gazetteer.geonames_id as {{ dbt.type_string() }}) as entity_key,
        gazetteer.name,
        case
            when gazetteer.population >= 100000 then 'city'
            -- No figure means an administrative seat, which is a town.
            when gazetteer.population >= 5000 or gazetteer.population = 0 then 'town'
            else 'village'
        end as place_type,
        provinces.admin1,
        gazetteer.country_code,
        gazetteer.latitude,
        gazetteer.longitude,
        gazetteer.geonames_id,
        gazetteer.population,
        provinces.entity_key as parent_key
    from gazetteer
    left join provinces
        on gazetteer.country_code = provinces.country_code and gazetteer.admin1_code = provinces.admin1_code
    left join curated on gazetteer.geonames_id = curated.geonames_id
    where curated.geonames_id is null
),

unioned as (
    select
        curated.entity_key,
        curated.name,
        curated.place_type,
        curated.admin1,
        curated.country_code,
        curated.latitude,
        curated.longitude,
        curated.geonames_id,
        gazetteer.population,
        curated.parent_key,
        true as is_curated
    from curated
    left join gazetteer on curated.geonames_id = gazetteer.geonames_id
    union all
    select
        entity_key,
        name,
        place_type,
        admin1,
        country_code,
        latitude,
        longitude,
        geonames_id,
        population,
        parent_key,
        false as is_curated
    from uncurated
),

final as (
    select
        {{ content_id(["'place'", 'unioned.entity_key']) }} as place_id,
        unioned.entity_key,
        unioned.name,
        unioned.place_type,
        unioned.admin1,
        countries.name as country,
        unioned.country_code,
        unioned.latitude,
        unioned.longitude,
        unioned.geonames_id,
        unioned.population,
        unioned.is_curated,
        case
            when unioned.parent_key is not null then {{ content_id(["'place'", 'unioned.parent_key']) }}
        end as parent_place_id
    from unioned
    left join countries on unioned.country_code = countries.country_code
)

select * from final
