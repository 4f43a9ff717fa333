-- Grain: one name inside a unit that can stand for a party, with the person that the seeds know by it, if any, and
-- whether a person is what it names.

with

names as (
    select
        *,
        lower({{ extract_group('name_text', '^[^\\p{L}]*([\\p{L}\\p{M}]+)', 1) }}) as first_word
    from {{ ref('int_party_names') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type = 'person'
),

entities as (
    select * from {{ ref('stg_entities') }}
    where entity_type = 'person'
),

roles as (
    select * from {{ ref('lexicon_roles') }}
),

mentioned as (
    select
        names.party_unit_id,
        max(mentions.entity_id) filter (where mentions.resolution_method = 'seed') as entity_id
    from names
    inner join mentions
        on
            names.sentence_id = mentions.sentence_id
            and names.token_index <= mentions.token_index
            and mentions.token_index < names.token_index + names.token_count
    where
        names.is_full
        -- "Ghani Baradari": a known surname that another name follows is not his.
        and not (
            mentions.token_count = 1
            and mentions.token_index = names.token_index
            and names.token_count > 1
        )
    group by names.party_unit_id
),

named as (
    select
        names.*,
        coalesce(names.entity_id, mentioned.entity_id) as known_id,
        names.unit_class != 'named_party' or mentioned.party_unit_id is not null as is_person,
        not names.is_full or roles.term is not null as is_short
    from names
    left join mentioned on names.party_unit_id = mentioned.party_unit_id
    left join roles on names.first_word = roles.term
),

-- Kings have one name, which others bear: "King Abdullah of Saudi Arabia" is not he of Jordan, in the whole article.
contradicted as (
    select
        named.article_id,
        named.known_id
    from named
    inner join offices on named.party_unit_id = offices.party_unit_id
    inner join entities on named.known_id = entities.entity_id
    where named.first_word in ('king', 'prince', 'emir', 'sultan')
    group by named.article_id, named.known_id
    having
        count(*) filter (where offices.country_code != entities.country_code)
        > count(*) filter (where offices.country_code = entities.country_code)
),

identities as (
    select
        named.party_unit_id,
        named.article_id,
        named.sentence_id,
        named.token_index,
        named.token_count,
        named.name_text,
        named.unit_class,
        named.is_full,
        named.is_person,
        case when contradicted.known_id is null or not named.is_short then named.known_id end as entity_id
    from named
    left join contradicted on named.article_id = contradicted.article_id and named.known_id = contradicted.known_id
)

select * from identities
