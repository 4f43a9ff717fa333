-- Grain: one statement by which somebody denies or dismisses something, with what it is: that a statement is true, or
-- that one has done what one is accused of.

with

frames as (
    select * from {{ ref('int_speech_frames') }}
    where is_denial
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where frame_role = 'source'
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

worded as (
    select
        frames.sentence_id,
        frames.verb_index,
        frames.frame_first,
        frames.frame_last,
        sentences.article_id,
        sentences.sentence_index,
        sentences.evidence_field,
        speakers.speaker as denied_by,
        speakers.speaker_id as denied_by_id,
        {{ token_start('frames.frame_first') }} as start_offset,
        {{ token_end('frames.frame_last') }} as end_offset,
        {{ token_text('frames.frame_first', 'frames.frame_last') }} as exact,
        {{ words_between('sentences.start_offset', token_start('frames.frame_first')) }} as text_before,
        substring(
            sentences.text, {{ token_end('frames.frame_last') }} - sentences.start_offset + 1, 120
        ) as text_after
    from frames
    inner join speakers on frames.sentence_id = speakers.sentence_id and frames.verb_index = speakers.verb_index
    inner join sentences on frames.sentence_id = sentences.sentence_id
),

-- "An accusation dismissed by the army", "they were denied by", "a charge that Moscow denies": what is denied stands
-- before. What follows a statement ("allegations that ...") is what it says; without that it was said before. Whoever
-- rejects an attack has not been accused of it.
denials as (
    select
        sentence_id,
        verb_index,
        frame_first,
        frame_last,
        article_id,
        sentence_index,
        evidence_field,
        denied_by,
        denied_by_id,
        start_offset,
        end_offset,
        exact,
        case
            when
                {{ matches('text_before', text_pattern('statement_before')) }}
                or {{ matches('text_before', text_pattern('statement_pronoun_before')) }}
                or {{ matches('text_after', text_pattern('statement_behind')) }}
                then 'statement'
            when
                {{ matches('exact', text_pattern('denying')) }}
                and {{ matches('text_after', text_pattern('deed_behind')) }}
                then 'deed'
        end as denied_thing,
        {{ matches('text_after', text_pattern('content_behind')) }} as says_what
    from worded
)

select * from denials
where denied_thing is not null
