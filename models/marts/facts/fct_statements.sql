-- Grain: one statement: a sentence with a word of speech and who is said to have spoken.

with

frames as (
    select * from {{ ref('int_speech_frames') }}
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where not is_publisher
),

carried_media as (
    select * from {{ ref('int_carried_media') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

-- "Assad said ..., SANA reported": who speaks last in the sentence passes on what the first said.
passing_on as (
    select
        spoken.sentence_id,
        spoken.verb_index,
        passed_on.verb_index as medium_verb_index
    from frames as spoken
    inner join frames as passed_on
        on spoken.sentence_id = passed_on.sentence_id and spoken.frame_last < passed_on.frame_first
    where spoken.covers in ('right', 'both') and passed_on.covers in ('left', 'both') and not passed_on.is_denial
    qualify row_number() over (
        partition by spoken.sentence_id, spoken.verb_index
        order by passed_on.frame_first
    ) = 1
),

-- Of a word of speech that only passes on another there is no statement of its own.
stated as (
    select frames.*
    from frames
    left join passing_on
        on frames.sentence_id = passing_on.sentence_id and frames.verb_index = passing_on.medium_verb_index
    where passing_on.sentence_id is null
),

statements as (
    select
        {{ content_id(["'statement'", 'stated.sentence_id', 'stated.verb_index']) }} as statement_id,
        stated.article_id,
        sources.speaker_id as attributed_to_id,
        sources.speaker as attributed_to,
        coalesce(
            nullif(concat_ws('; ', media.speaker, outer_sources.speaker), ''), carried_media.medium
        ) as via,
        stated.is_denial,
        stated.rule_id,
        stated.sentence_id,
        sentences.evidence_field,
        sentences.text as exact,
        sentences.start_offset,
        sentences.end_offset
    from stated
    inner join sentences on stated.sentence_id = sentences.sentence_id
    inner join speakers as sources
        on
            stated.sentence_id = sources.sentence_id
            and stated.verb_index = sources.verb_index
            and sources.frame_role = 'source'
    left join speakers as media
        on
            stated.sentence_id = media.sentence_id
            and stated.verb_index = media.verb_index
            and media.frame_role = 'via'
    left join passing_on
        on stated.sentence_id = passing_on.sentence_id and stated.verb_index = passing_on.verb_index
    left join speakers as outer_sources
        on
            passing_on.sentence_id = outer_sources.sentence_id
            and passing_on.medium_verb_index = outer_sources.verb_index
            and outer_sources.frame_role = 'source'
            and sources.speaker != outer_sources.speaker
    left join carried_media
        on stated.sentence_id = carried_media.sentence_id and stated.verb_index = carried_media.verb_index
)

select * from statements
