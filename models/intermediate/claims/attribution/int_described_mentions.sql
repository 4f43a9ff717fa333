-- Grain: one description in the place of a source ("the ministry said") that was found to stand for an entity.

with

described as (
    select * from {{ ref('int_described_speakers') }}
    where entity_id is not null
),

sources as (
    select * from {{ ref('int_frame_sources') }}
    where frame_role = 'source'
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

placed as (
    select
        described.entity_id,
        sources.article_id,
        sources.sentence_id,
        sentences.evidence_field,
        {{ token_text('sources.span_index', 'sources.span_index + sources.span_count - 1') }} as mention_text,
        {{ token_start('sources.span_index') }} as start_offset,
        {{ token_end('sources.span_index + sources.span_count - 1') }} as end_offset
    from described
    inner join sources
        on described.sentence_id = sources.sentence_id and described.verb_index = sources.verb_index
    inner join sentences on sources.sentence_id = sentences.sentence_id
),

described_mentions as (
    select distinct
        {{ content_id(['sentence_id', 'start_offset', 'end_offset']) }} as mention_id,
        entity_id,
        article_id,
        sentence_id,
        evidence_field,
        mention_text,
        start_offset,
        end_offset,
        'description' as resolution_method
    from placed
)

select * from described_mentions
