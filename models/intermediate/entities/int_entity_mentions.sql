-- Grain: one mention of an entity by name in a sentence.

with

spans as (
    select * from {{ ref('int_named_spans') }}
),

resolved_names as (
    select * from {{ ref('int_resolved_names') }}
),

typed as (
    select
        spans.*,
        resolved_names.entity_id as resolved_entity_id,
        resolved_names.name as resolved_name,
        resolved_names.resolution_method as resolved_method,
        coalesce(resolved_names.entity_type, spans.entity_kind) as entity_type
    from spans
    left join resolved_names
        on spans.sentence_id = resolved_names.sentence_id and spans.token_index = resolved_names.token_index
),

mentions as (
    select
        {{ content_id(['sentence_id', 'start_offset', 'end_offset']) }} as mention_id,
        sentence_id,
        article_id,
        sentence_index,
        evidence_field,
        unit_index,
        token_index,
        token_count,
        entity_type,
        coalesce(resolved_entity_id, own_entity_id) as entity_id,
        coalesce(
            resolved_name, known_name, {{ one_line(replace_all('mention_text', ' *[(][^)]*[)]\\z', '')) }}
        ) as name,
        mention_text,
        title_text,
        apposition_text,
        start_offset,
        end_offset,
        coalesce(resolved_method, resolution_method, 'found') as resolution_method
    from typed
    where
        entity_type != 'name'
        -- Without a capital letter ("opposition groups") it is no name.
        and (entity_id is not null or {{ matches('mention_text', '\\p{Lu}') }})
)

select * from mentions
