-- Grain: one short name (a surname or another part of a name, an acronym) that stands for an entity which the article
-- names in full elsewhere.

with

spans as (
    select * from {{ ref('int_named_spans') }}
),

bodies as (
    select * from {{ ref('int_longer_names') }}
),

full_names as (
    select
        article_id,
        sentence_id,
        start_offset,
        'person' as entity_type,
        'partial_name' as resolution_method,
        {{ extract_group('compared_name', '^([^ ]+)', 1) }} as first_name,
        last_name,
        own_entity_id,
        entity_id,
        coalesce(known_name, {{ one_line('mention_text') }}) as name
    from spans
    where entity_kind = 'person' and has_several_words

    union all

    -- "the Kurdistan Democratic Party (KDP)"
    select
        spans.article_id,
        spans.sentence_id,
        spans.start_offset,
        'organization' as entity_type,
        'acronym' as resolution_method,
        lower({{ extract_group('spans.mention_text', '[(](\\p{Lu}[\\p{L}]+)[)]', 1) }}) as first_name,
        cast(null as {{ dbt.type_string() }}) as last_name,
        coalesce(bodies.entity_id, spans.own_entity_id) as own_entity_id,
        spans.entity_id,
        coalesce(bodies.name, spans.known_name, {{ one_line('spans.mention_text') }}) as name
    from spans
    left join bodies on spans.sentence_id = bodies.sentence_id and spans.token_index = bodies.token_index
    where spans.entity_kind = 'organization' and {{ matches('spans.mention_text', '[(]\\p{Lu}[\\p{L}]+[)]') }}
),

short_names as (
    select * from spans
    where entity_kind in ('person', 'name', 'organization') and not has_several_words
),

-- Who the seeds know by a surname alone may be another in an article that names another in full.
candidates as (
    select
        short_names.sentence_id,
        short_names.token_index,
        full_names.entity_type,
        full_names.resolution_method,
        full_names.own_entity_id,
        full_names.name,
        short_names.entity_id as known_entity_id,
        full_names.start_offset < short_names.start_offset as is_before,
        abs(full_names.start_offset - short_names.start_offset) as distance,
        full_names.last_name = short_names.compared_name as is_last_name,
        bool_or(full_names.own_entity_id = short_names.entity_id) over (
            partition by short_names.sentence_id, short_names.token_index
        ) as confirms_known
    from short_names
    inner join full_names
        on
            short_names.article_id = full_names.article_id
            and short_names.compared_name in (full_names.first_name, full_names.last_name)
            and case
                when full_names.entity_type = 'organization'
                    then short_names.entity_kind != 'person' and short_names.entity_id is null
                -- "John" before a further capital letter is the beginning of a longer name that is not understood.
                else
                    short_names.entity_kind != 'organization'
                    and (
                        short_names.compared_name = full_names.last_name
                        or not coalesce({{ matches('short_names.next_token', '^\\p{Lu}') }}, false)
                    )
            end
),

-- A surname before another part of a name; then who was named last, else who is named next.
partial_names as (
    select
        sentence_id,
        token_index,
        entity_type,
        own_entity_id as entity_id,
        name,
        resolution_method
    from candidates
    where known_entity_id is null or not coalesce(confirms_known, false)
    qualify row_number() over (
        partition by sentence_id, token_index
        order by is_last_name desc nulls last, is_before desc, distance asc, own_entity_id asc
    ) = 1
),

resolved_names as (
    select * from partial_names

    union all

    select
        sentence_id,
        token_index,
        'organization' as entity_type,
        entity_id,
        name,
        'partial_name' as resolution_method
    from bodies
)

select * from resolved_names
