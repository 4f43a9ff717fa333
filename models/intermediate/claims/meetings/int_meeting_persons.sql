-- Grain: one mention of a person by name in an article that speaks of meetings, with the one person it means there.

with

names as (
    select
        *,
        lower({{ strip_accents(extract_group('name_text', '([\\p{L}\\p{M}]+)[^\\p{L}\\p{M}]*\\z', 1)) }}) as surname
    from {{ ref('int_party_names') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

units as (
    select * from {{ ref('int_party_units') }}
),

full_keys as (
    select
        article_id,
        surname,
        coalesce(entity_id, lower({{ strip_accents('name_text') }})) as person_key,
        count(*) as mention_count
    from names
    where is_full and unit_class != 'named_party'
    group by article_id, surname, coalesce(entity_id, lower({{ strip_accents('name_text') }}))
),

-- A surname alone means the person of that surname who is named in full, the one named most often if there are two.
surname_keys as (
    select * from full_keys
    qualify row_number() over (
        partition by article_id, surname
        order by mention_count desc, person_key
    ) = 1
),

keyed as (
    select
        names.*,
        units.sentence_index,
        offices.role_text,
        offices.office,
        offices.office_family,
        offices.country_code,
        case
            when names.is_full then coalesce(names.entity_id, full_keys.person_key, surname_keys.person_key)
            else coalesce(surname_keys.person_key, names.entity_id)
        end as known_key
    from names
    inner join units on names.party_unit_id = units.party_unit_id
    inner join offices on names.party_unit_id = offices.party_unit_id
    left join full_keys
        on
            names.article_id = full_keys.article_id
            and lower({{ strip_accents('names.name_text') }}) = full_keys.person_key
    left join surname_keys on names.article_id = surname_keys.article_id and names.surname = surname_keys.surname
),

-- A surname that is never given in full is a person where an office stands before it once: "Secretary Kerry".
surnames_with_office as (
    select distinct
        article_id,
        surname
    from keyed
    where known_key is null and unit_class = 'person_party'
),

persons as (
    select
        keyed.party_unit_id,
        keyed.article_id,
        keyed.sentence_id,
        keyed.sentence_index,
        keyed.token_index,
        keyed.token_count,
        keyed.name_text,
        keyed.is_full,
        keyed.entity_id,
        keyed.role_text,
        keyed.office,
        keyed.office_family,
        keyed.country_code,
        coalesce(
            keyed.known_key, case when surnames_with_office.surname is not null then keyed.surname end
        ) as person_key
    from keyed
    left join surnames_with_office
        on keyed.article_id = surnames_with_office.article_id and keyed.surname = surnames_with_office.surname
    where coalesce(keyed.known_key, surnames_with_office.surname) is not null
)

select * from persons
