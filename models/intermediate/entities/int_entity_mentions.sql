-- Grain: one mention of an entity in a sentence.

with

spans as (
    select * from {{ ref('int_named_spans') }}
),

identified as (
    select
        *,
        coalesce(entity_id, {{ content_id(['entity_kind', 'compared_name']) }}) as own_entity_id
    from spans
),

persons as (
    select * from identified
    where entity_kind = 'person' and has_several_words
),

partial_names as (
    select * from identified
    where entity_kind in ('person', 'name') and entity_id is null and not has_several_words
),

-- A surname alone is the person of that name who was mentioned last, else the one who is mentioned next.
resolved_names as (
    select
        partial_names.sentence_id,
        partial_names.token_index,
        persons.own_entity_id as entity_id,
        coalesce(persons.known_name, persons.mention_text) as name
    from partial_names
    inner join persons
        on partial_names.article_id = persons.article_id and partial_names.last_name = persons.last_name
    qualify row_number() over (
        partition by partial_names.sentence_id, partial_names.token_index
        order by
            persons.start_offset < partial_names.start_offset desc,
            abs(persons.start_offset - partial_names.start_offset),
            persons.own_entity_id
    ) = 1
),

mentions as (
    select
        identified.sentence_id,
        identified.article_id,
        identified.sentence_index,
        identified.token_index,
        identified.token_count,
        case when resolved_names.entity_id is not null then 'person' else identified.entity_kind end as entity_type,
        coalesce(resolved_names.entity_id, identified.own_entity_id) as entity_id,
        coalesce(resolved_names.name, identified.known_name, identified.mention_text) as name,
        identified.mention_text,
        identified.start_offset,
        identified.end_offset,
        case
            when resolved_names.entity_id is not null then 'partial_name'
            else coalesce(identified.resolution_method, 'found')
        end as resolution_method
    from identified
    left join resolved_names
        on identified.sentence_id = resolved_names.sentence_id and identified.token_index = resolved_names.token_index
)

select * from mentions
