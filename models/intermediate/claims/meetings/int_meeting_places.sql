-- Grain: one sentence's mention of a meeting that says where: in person, in a place that is no part of the topic; or
-- the sentence beside it, where that speaks of meeting in a town.

with

mentions as (
    select distinct
        claim_key,
        sentence_id,
        mode,
        place_index,
        place_count
    from {{ ref('int_meeting_mentions') }}
    where coalesce(mode, 'in_person') = 'in_person'
),

place_units as (
    select * from {{ ref('int_place_units') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

meeting_sentences as (
    select distinct sentence_id from {{ ref('int_words') }}
    where word_class in ('meeting', 'summit', 'met', 'talks')
),

named as (
    select
        mentions.claim_key,
        mentions.sentence_id,
        place_units.place_id,
        {{ token_text('mentions.place_index', 'mentions.place_index + mentions.place_count - 1') }} as place_text,
        {{ token_start('mentions.place_index') }} as start_offset,
        {{ token_end('mentions.place_index + mentions.place_count - 1') }} as end_offset
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    left join place_units
        on
            mentions.sentence_id = place_units.sentence_id
            and mentions.place_index <= place_units.token_index
            and place_units.token_index < mentions.place_index + mentions.place_count
    where mentions.place_index is not null
    -- The first name in "Geneva, Switzerland" is the most specific one.
    qualify row_number() over (
        partition by mentions.claim_key
        order by place_units.is_country, place_units.token_index
    ) = 1
),

beside as (
    select
        mentions.claim_key,
        place_units.sentence_id,
        place_units.place_id,
        place_units.place_text,
        place_units.start_offset,
        place_units.end_offset
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join place_units
        on
            sentences.article_id = place_units.article_id
            and place_units.sentence_index = sentences.sentence_index + 1
    inner join meeting_sentences on place_units.sentence_id = meeting_sentences.sentence_id
    where
        mentions.place_index is null
        and place_units.breadth = 1
        and place_units.is_location
        and not place_units.is_beside
        and not place_units.is_speaker
    qualify row_number() over (
        partition by mentions.claim_key
        order by place_units.token_index
    ) = 1
),

places as (
    select * from named
    union all
    select * from beside
)

select * from places
