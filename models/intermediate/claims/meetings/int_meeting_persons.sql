-- Grain: one mention of a person by name in an article that speaks of meetings, with the person it means there.

with

names as (
    select
        *,
        lower({{ strip_accents(extract_group('name_text', '([\\p{L}\\p{M}]+)[^\\p{L}\\p{M}]*\\z', 1)) }}) as last_word,
        lower({{ strip_accents(extract_group('name_text', '^[^\\p{L}]*([\\p{L}\\p{M}]+)', 1)) }}) as first_word,
        coalesce(entity_id, replace(lower({{ strip_accents('name_text') }}), '- ', '-')) as name_key
    from {{ ref('int_party_identities') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

units as (
    select * from {{ ref('int_party_units') }}
),

full_names as (
    select
        names.article_id,
        names.last_word,
        names.first_word,
        names.name_key,
        bool_or(names.entity_id is not null) as is_known,
        count(*) as mention_count,
        min(units.sentence_index) as first_sentence_index
    from names
    inner join units on names.party_unit_id = units.party_unit_id
    where names.is_full and names.is_person
    group by names.article_id, names.last_word, names.first_word, names.name_key
),

-- One word alone means the person of that surname who is named in full, of two the one named most often, then first; in
-- Korean and Chinese names the first word is the surname.
part_keys as (
    select
        article_id,
        last_word as part,
        first_word,
        name_key,
        is_known,
        mention_count,
        first_sentence_index,
        1 as part_rank
    from full_names

    union all

    select
        article_id,
        first_word as part,
        first_word,
        name_key,
        is_known,
        mention_count,
        first_sentence_index,
        2 as part_rank
    from full_names
),

surname_keys as (
    select * from part_keys
    qualify row_number() over (
        partition by article_id, part
        order by part_rank asc, mention_count desc, first_sentence_index asc, name_key asc
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
            when names.is_full and names.entity_id is not null then names.name_key
            -- "Bashir al-Assad" is he, "Jeb Bush" is not George, "Trump" not Melania.
            when names.is_full and substring(names.first_word, 1, 3) = substring(surname_keys.first_word, 1, 3)
                then surname_keys.name_key
            when names.is_full and names.is_person then names.name_key
            when not names.is_full
                then coalesce(
                    case when surname_keys.is_known then surname_keys.name_key end,
                    names.entity_id,
                    surname_keys.name_key
                )
        end as known_key
    from names
    inner join units on names.party_unit_id = units.party_unit_id
    inner join offices on names.party_unit_id = offices.party_unit_id
    left join surname_keys on names.article_id = surname_keys.article_id and names.last_word = surname_keys.part
),

-- A surname that is never given in full is a person where an office stands before it once: "Secretary Kerry".
surnames_with_office as (
    select distinct
        article_id,
        last_word
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
            keyed.known_key, case when surnames_with_office.last_word is not null then keyed.last_word end
        ) as person_key
    from keyed
    left join surnames_with_office
        on keyed.article_id = surnames_with_office.article_id and keyed.last_word = surnames_with_office.last_word
    where coalesce(keyed.known_key, surnames_with_office.last_word) is not null
)

select * from persons
