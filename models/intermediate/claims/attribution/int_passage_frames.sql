-- Grain: one sentence without a speech frame of its own in a passage that is somebody else's: a turn in an interview,
-- or what follows a sentence that announces it with a colon ("The agency reports:"); with the frame that says whose.
{%- set longest_passage = 4 %}
{%- set longest_announcement = 4 %}

with

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index,
        text,
        tokens
    from {{ ref('int_sentence_tokens') }}
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

turns as (
    select * from {{ ref('int_dialogue_turns') }}
),

carried_frames as (
    select * from {{ ref('int_carried_frames') }}
),

unframed as (
    select
        sentences.sentence_id,
        sentences.article_id,
        sentences.sentence_index
    from sentences
    left join frames on sentences.sentence_id = frames.sentence_id
    left join carried_frames on sentences.sentence_id = carried_frames.sentence_id
    where frames.sentence_id is null and carried_frames.sentence_id is null
),

-- The speaker is named before the colon that opens a turn, in this one or in another of the same person.
turn_frames as (
    select
        turns.article_id,
        turns.first_index,
        turns.last_index,
        frames.sentence_id as frame_sentence_id,
        frames.verb_index,
        'carried_in_turn' as rule_id
    from turns
    inner join frames on turns.speaker_sentence_id = frames.sentence_id
    where frames.is_turn
),

-- "The minister said:" announces; after "he said that it is time for action:" the article goes on itself.
announced as (
    select
        sentences.article_id,
        sentences.sentence_index + 1 as first_index,
        sentences.sentence_index + {{ longest_passage }} as last_index,
        frames.sentence_id as frame_sentence_id,
        frames.verb_index,
        'carried_from_colon' as rule_id
    from frames
    inner join sentences on frames.sentence_id = sentences.sentence_id
    where
        sentences.text like '%:'
        and not frames.is_turn
        and {{ list_length('sentences.tokens') }} - frames.frame_last <= {{ longest_announcement }}
),

passages as (
    select * from turn_frames

    union all

    select * from announced
),

passage_frames as (
    select
        unframed.sentence_id,
        passages.frame_sentence_id,
        passages.verb_index,
        passages.rule_id
    from unframed
    inner join passages
        on
            unframed.article_id = passages.article_id
            and unframed.sentence_index between passages.first_index and passages.last_index
    qualify row_number() over (
        partition by unframed.sentence_id
        order by passages.first_index desc, passages.rule_id asc, passages.verb_index desc
    ) = 1
)

select * from passage_frames
