-- Grain: one article and country, with what the article names it, or a part of it, most, best as where things happen.

with

-- A region is a theatre, too, where its country is not named: Gaza.
places as (
    select * from {{ ref('int_place_units') }}
    where
        country is not null
        and (breadth > 2 or is_region)
        and not is_speaker
        -- "A hotel in Jordan" is not all of it.
        and not {{ matches('lower(place_text)', '^an? ') }}
),

counted as (
    select
        *,
        count(*) over (partition by article_id, place_id) as mention_count
    from places
),

theatre_places as (
    select
        article_id,
        country,
        is_location,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from counted
    qualify row_number() over (
        partition by article_id, country
        order by
            is_location desc,
            breadth > 2 desc,
            mention_count desc,
            length(place_text) asc,
            sentence_index asc,
            token_index asc
    ) = 1
)

select * from theatre_places
