-- Grain: one pronoun or description in the place of a source ("it said", "the ministry said"), with whom it stands for.

with

frame_sources as (
    select * from {{ ref('int_frame_sources') }}
    where frame_role = 'source'
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type in ('person', 'organization')
),

sentences as (
    select sentence_id, text, start_offset from {{ ref('stg_sentences') }}
),

anaphors as (
    select * from frame_sources
    where speaker_kind in ('pronoun', 'description')
),

candidates as (
    select
        article_id,
        sentence_index,
        span_index as token_index,
        speaker,
        entity_id,
        lower(speaker) as words,
        speaker_kind in ('person', 'name') or head_class in ('role', 'person_noun') as is_person,
        head_class in ('roles', 'people_noun', 'nationals') as is_plural,
        true as is_source
    from frame_sources
    where speaker_kind not in ('pronoun', 'description')

    union all

    -- The office of a person stands beside the name.
    select
        mentions.article_id,
        mentions.sentence_index,
        mentions.token_index,
        mentions.name as speaker,
        mentions.entity_id,
        case
            when mentions.entity_type = 'person' then lower(substring(
                sentences.text,
                greatest(mentions.start_offset - sentences.start_offset - 39, 1),
                mentions.end_offset - mentions.start_offset + 80
            ))
            else lower(mentions.name)
        end as words,
        mentions.entity_type = 'person' as is_person,
        false as is_plural,
        false as is_source
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
),

compatible as (
    select
        anaphors.sentence_id,
        anaphors.verb_index,
        candidates.speaker,
        candidates.entity_id,
        anaphors.sentence_index - candidates.sentence_index as sentences_back,
        candidates.token_index,
        candidates.is_source,
        anaphors.speaker_kind = 'description' and position(anaphors.head_word in candidates.words) > 0 as shares_head
    from anaphors
    inner join candidates
        on
            anaphors.article_id = candidates.article_id
            and (
                candidates.sentence_index < anaphors.sentence_index
                or (candidates.sentence_index = anaphors.sentence_index and candidates.token_index < anaphors.span_index)
            )
    where
        case
            when anaphors.head_word in ('he', 'she', 'him', 'her') then candidates.is_person
            when anaphors.head_word = 'it' then not candidates.is_person and not candidates.is_plural
            when anaphors.head_word in ('they', 'them') then not candidates.is_person
            when anaphors.speaker_kind = 'pronoun' then false
            else
                position(anaphors.head_word in candidates.words) > 0
                or (anaphors.head_class = 'source_noun' and candidates.is_source)
        end
),

-- The nearest one; a person or body that has spoken before is likelier than one that was only mentioned.
antecedents as (
    select
        sentence_id,
        verb_index,
        speaker,
        entity_id
    from compatible
    qualify row_number() over (
        partition by sentence_id, verb_index
        order by
            shares_head desc,
            sentences_back + case when is_source then 0 else 2 end,
            is_source desc,
            token_index,
            entity_id
    ) = 1
)

select * from antecedents
