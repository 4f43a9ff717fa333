-- Grain: one span that may be the name of an entity: a name that the seeds or the gazetteer know, or the name in a unit
-- of which they know nothing; with the place where its unit begins, as an office may stand before a name.

{%- set language = grammar() %}
{%- set longer_name = '^' ~ compile_pattern(
    '<name> ((<particle> <hyphen>?)* <name>)? (<particle> <hyphen>?)* <person>', language
) ~ '\\z' %}
{%- set name_at_end = '(' ~ compile_pattern('<full_name>|<person> <full_name>?', language) ~ ')\\z' %}
{%- set site = compile_pattern('<full_name> <place_noun>+', language) %}
{%- set site_in_town = '^(' ~ site ~ ')' ~ compile_pattern('<in>', language) %}

with

name_units as (
    select * from {{ ref('int_name_units') }}
),

known as (
    select * from {{ ref('int_known_names') }}
),

sentences as (
    select
        sentence_id,
        paragraph_role
    from {{ ref('stg_sentences') }}
),

-- In "Iraqi Defence Minister Irfan al-Hayali" the name is what follows the office, in "Karwan Bridge in Mosul" what
-- stands before the town.
named as (
    select
        *,
        case
            when unit_class = 'named_person' then {{ extract_group('word_classes', name_at_end, 1) }}
            when unit_class = 'named_place' and {{ matches('word_classes', site_in_town) }}
                then {{ extract_group('word_classes', site_in_town, 1) }}
            else word_classes
        end as name_classes
    from name_units
),

units as (
    select
        sentence_id,
        article_id,
        token_index as unit_index,
        token_count as unit_count,
        begins_otherwise,
        name_classes,
        cast(length(name_classes) as integer) as token_count,
        case
            when unit_class = 'named_person' then token_index + token_count - cast(length(name_classes) as integer)
            else token_index
        end as token_index,
        case unit_class
            when 'named_person' then 'person'
            when 'named_organization' then 'organization'
            when 'named_place' then 'place'
            else 'name'
        end as entity_kind
    from named
    where name_classes != ''
),

contents as (
    select
        units.sentence_id,
        units.unit_index,
        known.token_index as known_index,
        known.may_be_ending,
        known.token_index between units.token_index and units.token_index + units.token_count - 1 as is_in_name,
        known.entity_kind = units.entity_kind as is_alike
    from units
    inner join known
        on
            units.sentence_id = known.sentence_id
            and units.unit_index <= known.token_index
            and known.token_index < units.unit_index + units.unit_count
),

judged as (
    select
        sentence_id,
        unit_index,
        count(*) filter (where is_in_name) as known_count,
        count(*) filter (where is_alike and is_in_name) as known_alike,
        bool_and(may_be_ending) filter (where is_alike and is_in_name) as may_be_ending
    from contents
    group by sentence_id, unit_index
),

-- What is known stands, unless it is the end of a longer name that is not: "Asma Assad". A headline or the first word
-- of a sentence has its capital letter anyway.
found as (
    select units.*
    from units
    inner join sentences on units.sentence_id = sentences.sentence_id
    left join judged on units.sentence_id = judged.sentence_id and units.unit_index = judged.unit_index
    where
        coalesce(judged.known_count, 0) = 0
        or (units.entity_kind = 'person' and judged.known_alike = 0)
        or (
            judged.may_be_ending
            and sentences.paragraph_role != 'title'
            and units.token_index > 1
            and (
                (units.entity_kind = 'organization' and units.begins_otherwise)
                or (units.entity_kind = 'person' and {{ matches('units.name_classes', longer_name) }})
            )
        )
),

name_spans as (
    select
        known.sentence_id,
        known.article_id,
        coalesce(contents.unit_index, known.token_index) as unit_index,
        known.token_index,
        known.token_count,
        known.entity_kind,
        known.entity_id,
        known.resolution_method
    from known
    left join contents
        on
            known.sentence_id = contents.sentence_id
            and known.token_index = contents.known_index
            and contents.is_alike
            and known.entity_kind = 'person'
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
        unit_index,
        token_index,
        token_count,
        entity_kind,
        cast(null as {{ dbt.type_string() }}) as entity_id,
        cast(null as {{ dbt.type_string() }}) as resolution_method
    from found
)

select * from name_spans
