-- Grain: one "I", "my" or "we" where a meeting rule expects a party, with the person who is quoted.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
    where unit_class in ('pronoun', 'possessive', 'object_pronoun')
),

words as (
    select * from {{ ref('int_words') }}
    where meaning = 'dialogue' and lower(token) in ('i', 'my', 'me', 'we', 'our')
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

carried_frames as (
    select * from {{ ref('int_carried_frames') }}
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where frame_role = 'source' and not is_publisher
),

mentions as (
    select * from {{ ref('int_meeting_persons') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

spoken as (
    select
        parties.claim_key,
        parties.party_unit_id,
        parties.article_id,
        parties.sentence_id,
        parties.token_index
    from parties
    inner join words on parties.sentence_id = words.sentence_id and parties.token_index = words.token_index
),

framed as (
    select
        spoken.*,
        frames.sentence_id as frame_sentence_id,
        frames.verb_index,
        abs(frames.verb_index - spoken.token_index) as distance
    from spoken
    inner join frames on spoken.sentence_id = frames.sentence_id

    union all

    select
        spoken.*,
        carried_frames.frame_sentence_id,
        carried_frames.verb_index,
        0 as distance
    from spoken
    inner join carried_frames on spoken.sentence_id = carried_frames.sentence_id
),

-- Who is named where he speaks, or was named before: "he said".
identified as (
    select
        framed.claim_key,
        framed.party_unit_id,
        coalesce(mentions.person_key, persons.person_key) as person_key
    from framed
    inner join speakers
        on framed.frame_sentence_id = speakers.sentence_id and framed.verb_index = speakers.verb_index
    left join mentions
        on
            speakers.sentence_id = mentions.sentence_id
            and mentions.token_index between speakers.span_index and speakers.span_index + speakers.span_count - 1
    left join persons
        on
            framed.article_id = persons.article_id
            and (speakers.speaker_id = persons.entity_id or lower(speakers.speaker) = lower(persons.name))
    where coalesce(mentions.person_key, persons.person_key) is not null
    qualify row_number() over (
        partition by framed.claim_key, framed.party_unit_id
        order by framed.distance, framed.verb_index, coalesce(mentions.person_key, persons.person_key)
    ) = 1
)

select * from identified
