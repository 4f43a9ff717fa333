-- Grain: one span that may be the name of an entity: a name that the seeds or the gazetteer know, or the name in a unit
-- of which they know nothing.

with

name_units as (
    select * from {{ ref('int_name_units') }}
),

known as (
    select * from {{ ref('int_known_names') }}
),

sentences as (
    select sentence_id, paragraph_role from {{ ref('stg_sentences') }}
),

-- In "Iraqi Defence Minister Irfan al-Hayali" the name is what follows the office.
person_names as (
    select
        *,
        cast(length({{ extract_group(
            'word_classes', '((?:' ~ compile_pattern('<full_name>|<person> <full_name>?', grammar()) ~ '))\\z', 1
        ) }}) as integer) as name_count
    from name_units
    where unit_class = 'named_person'
),

units as (
    select
        sentence_id,
        article_id,
        token_index + token_count - name_count as token_index,
        name_count as token_count,
        'person' as entity_kind,
        begins_otherwise
    from person_names
    where name_count > 0

    union all

    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        case unit_class
            when 'named_organization' then 'organization'
            when 'named_place' then 'place'
            else 'name'
        end as entity_kind,
        begins_otherwise
    from name_units
    where unit_class != 'named_person'
),

judged as (
    select
        units.sentence_id,
        units.token_index,
        count(known.entity_id) as known_count,
        count(known.entity_id) filter (where known.entity_kind = units.entity_kind) as known_alike,
        bool_and(known.may_be_ending) filter (where known.entity_kind = units.entity_kind) as may_be_ending
    from units
    left join known
        on
            units.sentence_id = known.sentence_id
            and known.token_index >= units.token_index
            and known.token_index < units.token_index + units.token_count
    group by units.sentence_id, units.token_index
),

-- What is known stands, unless it is the end of a longer name that is not: "Asma Assad". A headline or the first word
-- of a sentence has its capital letter anyway.
found as (
    select units.*
    from units
    inner join sentences on units.sentence_id = sentences.sentence_id
    inner join judged on units.sentence_id = judged.sentence_id and units.token_index = judged.token_index
    where
        judged.known_count = 0
        or (units.entity_kind = 'person' and judged.known_alike = 0)
        or (
            judged.may_be_ending
            and sentences.paragraph_role != 'title'
            and (
                (units.entity_kind = 'person' and units.token_index > 1 and units.token_count > 3)
                or (units.begins_otherwise and units.token_index > 1)
            )
        )
),

name_spans as (
    select
        known.sentence_id,
        known.article_id,
        known.token_index,
        known.token_count,
        known.entity_kind,
        known.entity_id,
        known.resolution_method
    from known
    left join found
        on
            known.sentence_id = found.sentence_id
            and known.token_index >= found.token_index
            and known.token_index < found.token_index + found.token_count
    where found.sentence_id is null

    union all

    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        entity_kind,
        cast(null as {{ dbt.type_string() }}) as entity_id,
        cast(null as {{ dbt.type_string() }}) as resolution_method
    from found
)

select * from name_spans
