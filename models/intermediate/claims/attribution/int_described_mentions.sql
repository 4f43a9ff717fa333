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

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

placed as (
    select
        described.entity_id,
        sources.article_id,
        sources.sentence_id,
        sentences.evidence_field,
        sentences.text as sentence_text,
        sentences.start_offset as sentence_start,
        first_tokens.start_offset,
        last_tokens.end_offset
    from described
    inner join sources
        on described.sentence_id = sources.sentence_id and described.verb_index = sources.verb_index
    inner join sentences on sources.sentence_id = sentences.sentence_id
    inner join tokens as first_tokens
        on sources.sentence_id = first_tokens.sentence_id and sources.span_index = first_tokens.token_index
    inner join tokens as last_tokens
        on
            sources.sentence_id = last_tokens.sentence_id
            and sources.span_index + sources.span_count - 1 = last_tokens.token_index
),

described_mentions as (
    select distinct
        {{ content_id(['sentence_id', 'start_offset', 'end_offset']) }} as mention_id,
        entity_id,
        article_id,
        sentence_id,
        evidence_field,
        substring(sentence_text, start_offset - sentence_start + 1, end_offset - start_offset) as mention_text,
        start_offset,
        end_offset,
        'description' as resolution_method
    from placed
)

select * from described_mentions
