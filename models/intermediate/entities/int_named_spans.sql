-- Grain: one span that may be the name of an entity, with its words, and these as names are compared.

with

name_spans as (
    select * from {{ ref('int_name_spans') }}
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

entities as (
    select entity_id, name from {{ ref('stg_entities') }}
),

worded as (
    select
        name_spans.*,
        sentences.sentence_index,
        first_tokens.start_offset,
        last_tokens.end_offset,
        {{ replace_all(
            'substring(sentences.text, first_tokens.start_offset - sentences.start_offset + 1, '
            ~ 'last_tokens.end_offset - first_tokens.start_offset)', '[\\s\\p{Z}]+', ' '
        ) }} as mention_text,
        entities.name as known_name
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
    left join entities on name_spans.entity_id = entities.entity_id
),

-- "Al-Hayali", "el Hayali" and "Hayali" are one name.
compared as (
    select
        *,
        trim({{ replace_all(
            replace_all(
                'lower(' ~ strip_accents('coalesce(known_name, mention_text)') ~ ')', '[^\\p{L}\\p{N}]+', ' '
            ),
            '^(?:al|el|the) ', ''
        ) }}) as compared_name
    from worded
),

named_spans as (
    select
        *,
        {{ extract_group('compared_name', '([^ ]+)\\z', 1) }} as last_name,
        {{ matches('compared_name', ' ') }} as has_several_words
    from compared
)

select * from named_spans
