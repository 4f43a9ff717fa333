-- Grain: one source or medium of a speech frame: the words that name it, what kind of speaker they are, and the entity.

with

placed as (
    select * from {{ ref('int_speaker_heads') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
),

branches as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where meaning = 'branch'
),

-- The entity that the head of the words names: the last person, the first organization or place of the unit.
head_mentions as (
    select
        placed.sentence_id,
        placed.verb_index,
        placed.frame_role,
        mentions.entity_id,
        mentions.entity_type,
        mentions.name
    from placed
    inner join mentions
        on
            placed.sentence_id = mentions.sentence_id
            and mentions.token_index < placed.head_index + placed.head_count
            and mentions.token_index + mentions.token_count > placed.head_index
    -- "The al Qaeda affiliate Ansar" is not al Qaeda.
    left join branches
        on
            mentions.sentence_id = branches.sentence_id
            and mentions.token_index + mentions.token_count = branches.token_index
            and placed.head_index + placed.head_count > branches.token_index
    where
        branches.sentence_id is null
        and case placed.head_class
            when 'named_person' then mentions.entity_type = 'person'
            when 'named_organization' then mentions.entity_type = 'organization'
            when 'named_place' then mentions.entity_type = 'place'
            else placed.head_class = 'name' and mentions.entity_type != 'place'
        end
    qualify row_number() over (
        partition by placed.sentence_id, placed.verb_index, placed.frame_role
        order by case when mentions.entity_type = 'person' then -mentions.token_index else mentions.token_index end
    ) = 1
),

worded as (
    select
        placed.*,
        sentences.sentence_index,
        {{ list_element('sentences.tokens', 'placed.head_index + placed.head_count - 1') }} as head_word,
        placed.core_end < placed.span_index + placed.span_count as has_complement,
        {{ replace_all(
            token_text('placed.words_index', 'placed.span_index + placed.span_count - 1'), '[\\s\\p{Z}]+', ' '
        ) }} as words
    from placed
    inner join sentences on placed.sentence_id = sentences.sentence_id
),

frame_sources as (
    select
        worded.sentence_id,
        worded.article_id,
        worded.sentence_index,
        worded.verb_index,
        worded.frame_role,
        worded.span_index,
        worded.span_count,
        worded.head_class,
        worded.head_word,
        head_mentions.entity_id,
        coalesce(head_mentions.name, worded.words) as speaker,
        case
            when worded.head_class in ('pronoun', 'object_pronoun') then 'pronoun'
            when head_mentions.entity_id is not null then head_mentions.entity_type
            when worded.is_definite and not worded.has_name and not worded.has_complement then 'description'
            else 'phrase'
        end as speaker_kind
    from worded
    left join head_mentions
        on
            worded.sentence_id = head_mentions.sentence_id
            and worded.verb_index = head_mentions.verb_index
            and worded.frame_role = head_mentions.frame_role
    -- "Opinion: ..." is no speaker.
    where not worded.is_headline or worded.head_class != 'name' or head_mentions.entity_id is not null
)

select * from frame_sources
