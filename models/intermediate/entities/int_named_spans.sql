-- Grain: one span that may be the name of an entity, with its words, the office before it, and the name as names are
-- compared ("Al-Hayali", "el Hayali" and "Hayali" are one).

with

name_spans as (
    select * from {{ ref('int_name_spans') }}
),

tokens as (
    select
        sentence_id,
        token_index,
        start_offset,
        end_offset
    from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

entities as (
    select
        entity_id,
        name
    from {{ ref('stg_entities') }}
),

-- "BASHAR AL-ASSAD" and the damaged "Bashar al Assads" are known, too.
aliases as (
    select
        entity_type as entity_kind,
        {{ compared_name('alias') }} as compared_name,
        entity_id
    from {{ ref('stg_entity_names') }}
    where entity_type in ('person', 'organization')
    qualify row_number() over (
        partition by entity_type, {{ compared_name('alias') }}
        order by name_rank asc, entity_id asc
    ) = 1
),

placed as (
    select
        name_spans.*,
        sentences.sentence_index,
        sentences.evidence_field,
        sentences.text as sentence_text,
        sentences.start_offset as sentence_start,
        first_tokens.start_offset,
        last_tokens.end_offset,
        unit_tokens.start_offset as unit_start
    from name_spans
    inner join sentences on name_spans.sentence_id = sentences.sentence_id
    inner join tokens as first_tokens
        on
            name_spans.sentence_id = first_tokens.sentence_id
            and name_spans.token_index = first_tokens.token_index
    inner join tokens as last_tokens
        on
            name_spans.sentence_id = last_tokens.sentence_id
            and name_spans.token_index + name_spans.token_count - 1 = last_tokens.token_index
    left join tokens as unit_tokens
        on
            name_spans.sentence_id = unit_tokens.sentence_id
            and name_spans.unit_index = unit_tokens.token_index
            and name_spans.unit_index < name_spans.token_index
),

worded as (
    select
        placed.sentence_id,
        placed.article_id,
        placed.sentence_index,
        placed.evidence_field,
        placed.unit_index,
        placed.token_index,
        placed.token_count,
        placed.entity_kind,
        placed.entity_id,
        placed.resolution_method,
        placed.start_offset,
        placed.end_offset,
        substring(
            placed.sentence_text,
            placed.start_offset - placed.sentence_start + 1,
            placed.end_offset - placed.start_offset
        ) as mention_text,
        case
            when placed.unit_start is not null then {{ one_line(
                'substring(placed.sentence_text, placed.unit_start - placed.sentence_start + 1, '
                ~ 'placed.start_offset - placed.unit_start)'
            ) }}
        end as title_text,
        case
            when placed.entity_kind = 'person' then {{ extract_group(
                'substring(placed.sentence_text, placed.end_offset - placed.sentence_start + 1, 90)',
                '^, ((?:the|an?|who is|who was|his|her|its) [^,.;:“”"]{3,70})(?:,|[.]\\z)', 1
            ) }}
        end as apposition_text
    from placed
),

-- What the seeds know needs no comparison, unless it is a person, who may be called by a part of the name.
compared as (
    select
        *,
        case
            when entity_id is null or entity_kind = 'person' then {{ compared_name('mention_text') }}
        end as compared_name
    from worded
),

identified as (
    select
        compared.sentence_id,
        compared.article_id,
        compared.sentence_index,
        compared.evidence_field,
        compared.unit_index,
        compared.token_index,
        compared.token_count,
        compared.entity_kind,
        coalesce(compared.entity_id, aliases.entity_id, damaged_aliases.entity_id) as entity_id,
        case
            when coalesce(aliases.entity_id, damaged_aliases.entity_id) is not null then 'seed'
            else compared.resolution_method
        end as resolution_method,
        compared.start_offset,
        compared.end_offset,
        compared.mention_text,
        compared.title_text,
        compared.apposition_text,
        compared.compared_name
    from compared
    left join aliases
        on
            compared.entity_id is null
            and compared.entity_kind = aliases.entity_kind
            and compared.compared_name = aliases.compared_name
            and {{ matches('compared.compared_name', ' ') }}
    left join aliases as damaged_aliases
        on
            compared.entity_id is null
            and compared.entity_kind = damaged_aliases.entity_kind
            and compared.compared_name = damaged_aliases.compared_name || 's'
            and {{ matches('compared.compared_name', ' ') }}
),

named_spans as (
    select
        identified.*,
        entities.name as known_name,
        {{ extract_group('identified.compared_name', '([^ ]+)\\z', 1) }} as last_name,
        coalesce({{ matches('identified.compared_name', ' ') }}, false) as has_several_words
    from identified
    left join entities on identified.entity_id = entities.entity_id
)

select * from named_spans
