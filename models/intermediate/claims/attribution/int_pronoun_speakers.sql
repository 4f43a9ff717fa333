-- Grain: one pronoun in the place of a source ("it said"), with the person or body for whom it stands.

with

pronouns as (
    select * from {{ ref('int_frame_sources') }}
    where frame_role = 'source' and speaker_kind = 'pronoun'
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

words as (
    select * from {{ ref('int_words') }}
),

candidates as (
    select * from {{ ref('int_antecedent_candidates') }}
),

described as (
    select * from {{ ref('int_described_speakers') }}
),

stated as (
    select
        pronouns.*,
        words.meaning as stands_for,
        frames.covers = 'right' as comes_first
    from pronouns
    inner join frames on pronouns.sentence_id = frames.sentence_id and pronouns.verb_index = frames.verb_index
    inner join words on pronouns.sentence_id = words.sentence_id and pronouns.span_index = words.token_index
),

compatible as (
    select
        stated.sentence_id,
        stated.verb_index,
        candidates.token_index,
        candidates.is_source,
        coalesce(described.speaker, candidates.speaker) as speaker,
        case when described.speaker is null then candidates.entity_id else described.entity_id end as entity_id,
        stated.sentence_index - candidates.sentence_index as sentences_back
    from stated
    inner join candidates
        on
            stated.article_id = candidates.article_id
            and (
                candidates.sentence_index < stated.sentence_index
                -- Who is named in a statement did not make it.
                or (
                    stated.sentence_index = candidates.sentence_index
                    and stated.span_index > candidates.token_index
                    and (stated.comes_first or candidates.is_source)
                )
            )
    left join described
        on candidates.sentence_id = described.sentence_id and candidates.verb_index = described.verb_index
    where
        (stated.stands_for = 'person' and candidates.is_person)
        or (stated.stands_for = 'body' and candidates.is_body)
        or (stated.stands_for = 'several' and not candidates.is_person)
),

-- Who has spoken is likelier to go on than who was only mentioned; the subject of an earlier sentence stands in front,
-- in the sentence itself the last one who spoke is meant.
pronoun_speakers as (
    select
        sentence_id,
        verb_index,
        speaker,
        entity_id
    from compatible
    qualify row_number() over (
        partition by sentence_id, verb_index
        order by
            sentences_back + case when is_source then 0 else 2 end,
            is_source desc,
            case when sentences_back = 0 and is_source then -token_index else token_index end,
            entity_id asc
    ) = 1
)

select * from pronoun_speakers
