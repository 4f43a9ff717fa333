-- Grain: one span that may be the name of an entity, identified where the seeds know the name, which is compared
-- without marks ("Al-Hayali", "el Hayali" and "Hayali" are one).

with

worded_spans as (
    select * from {{ ref('int_worded_spans') }}
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

-- What the seeds know needs no comparison, unless it is a person, who may be called by a part of the name.
compared as (
    select
        *,
        case
            when entity_id is null or entity_kind = 'person' then {{ compared_name('mention_text') }}
        end as compared_name
    from worded_spans
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
        compared.start_offset,
        compared.end_offset,
        compared.mention_text,
        compared.title_text,
        compared.apposition_text,
        compared.compared_name,
        coalesce(compared.entity_id, aliases.entity_id, damaged_aliases.entity_id) as entity_id,
        case
            when coalesce(aliases.entity_id, damaged_aliases.entity_id) is not null then 'seed'
            else compared.resolution_method
        end as resolution_method
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
