-- Grain: one span that may be the name of an entity: a name that the seeds or the gazetteer know, or the name in a unit
-- of which they know nothing.

with

name_units as (
    select * from {{ ref('int_name_units') }}
),

words as (
    select * from {{ ref('int_words') }}
),

entities as (
    select * from {{ ref('stg_entities') }}
),

known as (
    select
        words.sentence_id,
        words.article_id,
        words.token_index,
        words.token_count,
        case when entities.entity_type = 'publisher' then 'organization' else entities.entity_type end as entity_kind,
        entities.entity_id,
        case when entities.is_curated then 'seed' else 'gazetteer' end as resolution_method
    from words
    inner join entities on words.entity_id = entities.entity_id
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

unknown as (
    select
        sentence_id,
        article_id,
        token_index + token_count - name_count as token_index,
        name_count as token_count,
        'person' as entity_kind
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
        end as entity_kind
    from name_units
    where unit_class != 'named_person'
),

-- What the seeds know stands, unless it is one word of a longer name that they do not know: "Asma Assad".
judged as (
    select
        unknown.sentence_id,
        unknown.token_index,
        unknown.token_count,
        count(known.entity_id) filter (
            where known.entity_kind = unknown.entity_kind or unknown.entity_kind != 'person'
        ) as known_count,
        max(known.token_count) as longest_known
    from unknown
    left join known
        on
            unknown.sentence_id = known.sentence_id
            and known.token_index >= unknown.token_index
            and known.token_index < unknown.token_index + unknown.token_count
    group by unknown.sentence_id, unknown.token_index, unknown.token_count
),

found as (
    select unknown.*
    from unknown
    inner join judged
        on unknown.sentence_id = judged.sentence_id and unknown.token_index = judged.token_index
    where
        judged.known_count = 0
        or (
            unknown.entity_kind = 'person'
            and judged.longest_known = 1
            and unknown.token_count > 1
        )
),

name_spans as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        entity_kind,
        entity_id,
        resolution_method
    from known
    where not exists (
        select 1
        from found
        where
            found.sentence_id = known.sentence_id
            and known.token_index >= found.token_index
            and known.token_index < found.token_index + found.token_count
    )

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
