-- Grain: one article whose story keeps to one place: the one it names most often.

with

meetings as (
    select distinct sentence_id from {{ ref('int_words') }}
    where word_class in ('meeting', 'talks')
),

-- Where people talk about a war is not where it is fought.
places as (
    select place_units.*
    from {{ ref('int_place_units') }} as place_units
    left join meetings on place_units.sentence_id = meetings.sentence_id
    where
        place_units.place_id is not null
        and place_units.breadth <= 2
        and (place_units.is_after_preposition or place_units.sentence_index = 0)
        and not place_units.is_speaker
        and meetings.sentence_id is null
),

counted as (
    select
        *,
        count(*) over (partition by article_id, place_id) as mention_count,
        row_number() over (partition by article_id, place_id order by sentence_index, token_index) as mention_number
    from places
),

focus_places as (
    select
        article_id,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from counted
    where mention_number = 1 and mention_count >= 2
    qualify row_number() over (
        partition by article_id
        order by mention_count desc, sentence_index asc, token_index asc
    ) = 1
)

select * from focus_places
