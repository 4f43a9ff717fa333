-- Grain: one speech frame without a medium whose speaker was quoted through one at most three sentences before.

with

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where not is_publisher
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

media as (
    select
        sentence_id,
        verb_index,
        speaker as medium
    from speakers
    where frame_role = 'via'
),

sources as (
    select
        speakers.sentence_id,
        speakers.article_id,
        speakers.verb_index,
        speakers.speaker,
        sentences.sentence_index,
        media.medium
    from speakers
    inner join sentences on speakers.sentence_id = sentences.sentence_id
    left join media on speakers.sentence_id = media.sentence_id and speakers.verb_index = media.verb_index
    where speakers.frame_role = 'source'
),

-- "RIA Novosti quoted Lapin as saying ... Lapin also said": it is still the agency that was told.
carried_media as (
    select
        later.sentence_id,
        later.verb_index,
        earlier.medium
    from sources as later
    inner join sources as earlier
        on
            later.article_id = earlier.article_id
            and later.speaker = earlier.speaker
            and earlier.sentence_index between later.sentence_index - 3 and later.sentence_index - 1
    where later.medium is null and earlier.medium is not null
    qualify row_number() over (
        partition by later.sentence_id, later.verb_index
        order by earlier.sentence_index desc, earlier.verb_index desc
    ) = 1
)

select * from carried_media
