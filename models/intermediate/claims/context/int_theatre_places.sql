-- Grain: one article about a war: the country, or the part of it, that the article names most as where things happen.

with

theatres as (
    select * from {{ ref('int_article_theatres') }}
),

places as (
    select place_units.*
    from {{ ref('int_place_units') }} as place_units
    inner join theatres
        on place_units.article_id = theatres.article_id and place_units.country = theatres.country
    where place_units.breadth > 2 and place_units.is_location and theatres.is_clear
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
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from counted
    qualify row_number() over (
        partition by article_id
        order by mention_count desc, length(place_text) asc, sentence_index asc, token_index asc
    ) = 1
)

select * from theatre_places
