-- Grain: one place of the gazetteer that the seed lacks, under one spelling that can be trusted in running text.
with names as (
    select * from {{ source('gazetteer', 'gazetteer_names') }}
),

places as (
    select * from {{ ref('stg_places') }}
    where not is_curated
),

exclusions as (
    select * from {{ ref('world_name_exclusions') }}
),

country_words as (
    select * from {{ ref('world_country_words') }}
),

usual_names as (
    select
        geonames_id,
        name
    from names
    where is_usual
),

-- Another spelling counts when it sounds like the usual name ("Talbisah", "Talbiseh"); the many that do not are the
-- name in yet another language, and collide with words and names of persons.
trusted as (
    select
        names.geonames_id,
        names.name
    from names
    left join usual_names on names.geonames_id = usual_names.geonames_id
    where
        (names.is_usual and length(names.name) >= 4)
        or (
            length(names.name) >= 5
            and {{ jaro_winkler('lower(names.name)', 'lower(usual_names.name)') }} >= 0.85
        )
),

-- GeoNames writes the Arabic article assimilated ("Ar Rastan"); newspapers write "al-Rastan" or "Al Rastan".
bare as (
    select
        geonames_id,
        name,
        regexp_extract(name, {{ pattern('^(?:Al|Ad|An|Ar|As|Ash|At|Az)[ -](.+)') }}, 1) as name_without_article
    from trusted
),

spellings as (
    select
        geonames_id,
        name as spelling
    from bare
    union
    select
        geonames_id,
        'al-' || name_without_article as spelling
    from bare
    where name_without_article != ''
    union
    select
        geonames_id,
        'Al-' || name_without_article as spelling
    from bare
    where name_without_article != ''
    union
    select
        geonames_id,
        'Al ' || name_without_article as spelling
    from bare
    where name_without_article != ''
),

final as (
    select
        places.place_id,
        places.entity_key,
        spellings.spelling,
        places.country_code,
        places.population
    from spellings
    inner join places on spellings.geonames_id = places.geonames_id
    left join exclusions on spellings.spelling = exclusions.word
    left join country_words on spellings.spelling = country_words.word
    where exclusions.word is null and country_words.word is null
)

select * from final
