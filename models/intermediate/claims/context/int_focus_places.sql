-- Grain: one article whose story keeps to one place: the one it names most often, and hardly another.

with

theatres as (
    select * from {{ ref('int_article_theatres') }}
),

figures as (
    select distinct sentence_id from {{ ref('int_casualty_matches') }}
),

meetings as (
    select distinct sentence_id from {{ ref('int_words') }}
    where word_class in ('meeting', 'summit', 'talks')
),

-- Where people talk about a war is seldom where it is fought.
places as (
    select
        place_units.*,
        coalesce(place_units.place_id, lower(place_units.place_text)) as place_key,
        figures.sentence_id is not null as is_where_harmed,
        case when meetings.sentence_id is null then 2 else 1 end
        * case when place_units.is_location or place_units.is_scene then 2 else 1 end
        * case when place_units.sentence_index <= 2 then 2 else 1 end as weight
    from {{ ref('int_place_units') }} as place_units
    left join theatres on place_units.article_id = theatres.article_id
    left join meetings on place_units.sentence_id = meetings.sentence_id
    left join figures on place_units.sentence_id = figures.sentence_id
    where
        place_units.breadth <= 2
        and place_units.is_amid_violence
        and (
            place_units.is_after_preposition
            or place_units.sentence_index = 0
            or (place_units.is_location and place_units.sentence_index <= 2)
        )
        and not place_units.is_speaker
        and not place_units.is_off_scene
        and coalesce(place_units.country = theatres.country, true)
),

weighed as (
    select
        *,
        sum(weight) over (partition by article_id, place_key) as place_weight,
        bool_or(is_where_harmed) over (partition by article_id, place_key) as has_harmed,
        sum(weight) over (partition by article_id) as article_weight,
        row_number() over (partition by article_id, place_key order by sentence_index, token_index) as mention_number
    from places
),

focus_places as (
    select
        article_id,
        sentence_id,
        sentence_index,
        place_id,
        place_text,
        start_offset,
        end_offset
    from weighed
    where
        mention_number = 1
        -- What an article opens with and hardly leaves is its place, even if its figures come later.
        and (has_harmed or (is_location and sentence_index <= 1 and place_weight >= 0.75 * article_weight))
        and (place_weight >= 6 or (is_location and sentence_index <= 3))
        and place_weight >= 0.4 * article_weight
    qualify row_number() over (
        partition by article_id
        order by place_weight desc, sentence_index asc, token_index asc
    ) = 1
)

select * from focus_places
