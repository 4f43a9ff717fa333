-- Grain: one entity under one name that text may call it by.
with entities as (
    select * from {{ ref('stg_entities') }}
),

places as (
    select * from {{ ref('stg_places') }}
),

aliases as (
    select * from {{ ref('world_aliases') }}
),

place_forms as (
    select * from {{ ref('world_place_forms') }}
),

gazetteer_names as (
    select * from {{ ref('stg_gazetteer_names') }}
),

conflict_countries as (
    select distinct country_code from {{ ref('world_conflicts') }}
),

curated_names as (
    select
        entity_type,
        entity_key,
        alias
    from aliases
    union
    select
        entity_type,
        entity_key,
        name
    from entities
    where is_curated
),

-- "Idlib" may be the province; "Idlib province" and "province of Idlib" are nothing else.
place_form_names as (
    select
        curated_names.entity_type,
        curated_names.entity_key,
        replace(place_forms.form, '{name}', curated_names.alias) as form_name
    from curated_names
    inner join entities
        on curated_names.entity_type = entities.entity_type and curated_names.entity_key = entities.entity_key
    inner join places on entities.entity_id = places.place_id
    inner join place_forms on places.place_type = place_forms.place_type
    -- The name in the seed has its form already.
    where curated_names.alias != entities.name
),

all_names as (
    select
        entity_type,
        entity_key,
        alias
    from curated_names
    union
    select
        entity_type,
        entity_key,
        form_name
    from place_form_names
    union
    select
        'place' as entity_type,
        entity_key,
        spelling
    from gazetteer_names
),

described as (
    select
        all_names.alias,
        entities.entity_id,
        entities.entity_type,
        entities.entity_key,
        entities.country_code,
        entities.is_curated,
        places.place_type,
        places.population,
        conflict_countries.country_code is not null as is_in_conflict
    from all_names
    inner join entities
        on all_names.entity_type = entities.entity_type and all_names.entity_key = entities.entity_key
    left join places on entities.entity_id = places.place_id
    left join conflict_countries on entities.country_code = conflict_countries.country_code
),

final as (
    select
        alias,
        entity_id,
        entity_type,
        entity_key,
        country_code,
        place_type,
        population,
        is_curated,
        -- In running text a publisher's name is the organization that speaks, a bare name the town, not its province.
        row_number() over (
            partition by alias
            order by
                is_curated desc,
                case entity_type when 'person' then 1 when 'organization' then 2 when 'place' then 3 else 4 end asc,
                case when place_type = 'province' then 2 else 1 end asc,
                is_in_conflict desc,
                coalesce(population, 0) desc,
                entity_id asc
        ) as name_rank
    from described
)

select * from final
