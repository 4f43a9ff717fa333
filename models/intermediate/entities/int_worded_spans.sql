-- Grain: one span that may be the name of an entity, with its words, the office before it and what is said behind it.

{%- set span_last = 'name_spans.token_index + name_spans.token_count - 1' %}

with

name_spans as (
    select * from {{ ref('int_name_spans') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

placed as (
    select
        name_spans.*,
        sentences.sentence_index,
        sentences.evidence_field,
        {{ list_element('sentences.tokens', span_last ~ ' + 1') }} as next_token,
        {{ token_start('name_spans.token_index') }} as start_offset,
        {{ token_end(span_last) }} as end_offset,
        {{ token_text('name_spans.token_index', span_last) }} as mention_text,
        case
            when name_spans.unit_index < name_spans.token_index then {{ one_line(
                words_between(token_start('name_spans.unit_index'), token_start('name_spans.token_index'))
            ) }}
        end as title_text,
        case
            when name_spans.entity_kind = 'person' then {{ extract_group(
                'substring(sentences.text, ' ~ token_end(span_last) ~ ' - sentences.start_offset + 1, 90)',
                text_pattern('apposition'), 1
            ) }}
        end as apposition_text
    from name_spans
    inner join sentences on name_spans.sentence_id = sentences.sentence_id
),

-- A place that is known needs no comparison.
compared as (
    select
        *,
        case when entity_id is null or entity_kind != 'place' then {{ compared_name('mention_text') }} end
            as compared_name
    from placed
),

worded_spans as (
    select
        *,
        {{ extract_group('compared_name', text_pattern('last_name'), 1) }} as last_name,
        coalesce({{ matches('compared_name', ' ') }}, false) as has_several_words
    from compared
)

select * from worded_spans
