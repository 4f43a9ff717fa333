-- Grain: one span that may be the name of an entity, with its words, the office before it and what is said behind it.

with

name_spans as (
    select * from {{ ref('int_name_spans') }}
),

-- Read three times: a relation that joins share would be copied to memory first.
first_tokens as (
    select
        sentence_id,
        token_index,
        start_offset
    from {{ ref('int_tokens') }}
),

last_tokens as (
    select
        sentence_id,
        token_index,
        next_token,
        end_offset
    from {{ ref('int_tokens') }}
),

unit_tokens as (
    select
        sentence_id,
        token_index,
        start_offset
    from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

placed as (
    select
        name_spans.*,
        sentences.sentence_index,
        sentences.evidence_field,
        sentences.text as sentence_text,
        sentences.start_offset as sentence_start,
        first_tokens.start_offset,
        last_tokens.next_token,
        last_tokens.end_offset,
        unit_tokens.start_offset as unit_start
    from name_spans
    inner join sentences on name_spans.sentence_id = sentences.sentence_id
    inner join first_tokens
        on
            name_spans.sentence_id = first_tokens.sentence_id
            and name_spans.token_index = first_tokens.token_index
    inner join last_tokens
        on
            name_spans.sentence_id = last_tokens.sentence_id
            and name_spans.token_index + name_spans.token_count - 1 = last_tokens.token_index
    left join unit_tokens
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
        placed.next_token,
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

-- A place that is known needs no comparison.
compared as (
    select
        *,
        case when entity_id is null or entity_kind != 'place' then {{ compared_name('mention_text') }} end
            as compared_name
    from worded
),

worded_spans as (
    select
        *,
        {{ extract_group('compared_name', '([^ ]+?)(?: jr| sr)?\\z', 1) }} as last_name,
        coalesce({{ matches('compared_name', ' ') }}, false) as has_several_words
    from compared
)

select * from worded_spans
