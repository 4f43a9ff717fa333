-- Grain: one mention of an entity in an article, by name or, where a source is described ("the ministry"), by that.

with

mentions as (
    select * from {{ ref('int_entity_mentions') }}
),

described as (
    select * from {{ ref('int_described_mentions') }}
),

entity_mentions as (
    select
        mention_id,
        entity_id,
        article_id,
        sentence_id,
        evidence_field,
        mention_text,
        start_offset,
        end_offset,
        resolution_method
    from mentions

    union all

    select
        mention_id,
        entity_id,
        article_id,
        sentence_id,
        evidence_field,
        mention_text,
        start_offset,
        end_offset,
        resolution_method
    from described
)

select * from entity_mentions
