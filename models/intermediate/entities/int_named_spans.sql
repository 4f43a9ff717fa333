-- Grain: one span that may be the name of an entity, identified where the seeds know the name, in whatever spelling
-- ("Al-Hayali", "el Hayali" and "Hayali" are one).

with

worded_spans as (
    select * from {{ ref('int_worded_spans') }}
),

cues as (
    select * from {{ ref('int_name_cues') }}
),

name_keys as (
    select * from {{ ref('int_name_keys') }}
),

entities as (
    select
        entity_id,
        name
    from {{ ref('stg_entities') }}
),

names as (
    select
        entity_type,
        entity_id,
        name_rank,
        {{ compared_name('alias') }} as compared_name
    from {{ ref('stg_entity_names') }}
    where entity_type in ('person', 'organization')
),

aliases as (
    select
        names.entity_type,
        name_keys.name_key,
        names.entity_id
    from names
    inner join name_keys on names.entity_type = name_keys.entity_kind and names.compared_name = name_keys.compared_name
    qualify row_number() over (
        partition by names.entity_type, name_keys.name_key
        order by names.name_rank asc, names.entity_id asc
    ) = 1
),

keyed as (
    select
        worded_spans.*,
        coalesce(cues.entity_kind, worded_spans.entity_kind) as named_kind,
        name_keys.name_key,
        name_keys.is_of_article
    from worded_spans
    left join cues
        on worded_spans.sentence_id = cues.sentence_id and worded_spans.token_index = cues.token_index
    left join name_keys
        on
            coalesce(cues.entity_kind, worded_spans.entity_kind) = name_keys.entity_kind
            and worded_spans.compared_name = name_keys.compared_name
),

-- "BASHAR AL-ASSAD", "ASSAD" in capitals and the damaged "Bashar al Assads" are known, too; a father is not his son.
identified as (
    select
        keyed.*,
        coalesce(aliases.entity_id, damaged_aliases.entity_id) as alias_entity_id
    from keyed
    left join aliases
        on
            keyed.entity_id is null
            and keyed.named_kind = aliases.entity_type
            and keyed.name_key = aliases.name_key
            and (keyed.has_several_words or {{ matches('keyed.mention_text', '^\\p{Lu}{4,}\\z') }})
            and not {{ matches('keyed.compared_name', ' jr\\z') }}
    left join aliases as damaged_aliases
        on
            keyed.entity_id is null
            and keyed.named_kind = damaged_aliases.entity_type
            and keyed.name_key = damaged_aliases.name_key || 's'
            and keyed.has_several_words
),

named_spans as (
    select
        identified.sentence_id,
        identified.article_id,
        identified.sentence_index,
        identified.evidence_field,
        identified.unit_index,
        identified.token_index,
        identified.token_count,
        identified.named_kind as entity_kind,
        identified.start_offset,
        identified.end_offset,
        identified.next_token,
        identified.mention_text,
        identified.title_text,
        identified.apposition_text,
        identified.compared_name,
        identified.last_name,
        identified.has_several_words,
        coalesce(identified.entity_id, identified.alias_entity_id) as entity_id,
        case when identified.alias_entity_id is not null then 'seed' else identified.resolution_method end
            as resolution_method,
        entities.name as known_name,
        coalesce(identified.entity_id, identified.alias_entity_id, {{ content_id([
            'identified.named_kind',
            'coalesce(identified.name_key, identified.compared_name)',
            'case when identified.is_of_article then identified.article_id end'
        ]) }}) as own_entity_id
    from identified
    left join entities on coalesce(identified.entity_id, identified.alias_entity_id) = entities.entity_id
)

select * from named_spans
