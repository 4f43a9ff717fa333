-- Grain: one casualty figure and one way to find its place elsewhere in the article.

with

figures as (
    select * from {{ ref('int_unplaced_figures') }}
),

theatres as (
    select * from {{ ref('int_article_theatres') }}
),

focus_places as (
    select * from {{ ref('int_focus_places') }}
),

theatre_places as (
    select * from {{ ref('int_theatre_places') }}
),

-- What happens elsewhere, a conference in Geneva, is no place of a war in Syria.
places as (
    select place_units.*
    from {{ ref('int_place_units') }} as place_units
    left join theatres on place_units.article_id = theatres.article_id
    where
        place_units.is_location
        and not place_units.is_beside
        and not place_units.is_owner
        and not place_units.is_speaker
        and coalesce(place_units.country = theatres.country, true)
),

nearby as (
    select
        figures.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        case when places.breadth <= 2 then 'beside_sentence' else 'country_beside' end as place_method
    from figures
    inner join places
        on
            figures.article_id = places.article_id
            and places.sentence_index between figures.sentence_index - 3 and figures.sentence_index + 2
            and figures.sentence_index != places.sentence_index
    where
        -- Away from the sentence before, only where people come to harm, and only for what belongs to the story; the
        -- lead is told again in the sentences behind it.
        (
            places.sentence_index = figures.sentence_index - 1
            or (
                places.is_amid_violence
                and not figures.is_long_ago
                and (places.sentence_index <= figures.sentence_index + 1 or figures.sentence_index <= 2)
            )
        )
        -- The toll of a war is not that of a town; a country is enough from the sentence before.
        and (figures.scope != 'cumulative' or places.breadth > 2)
        and (places.breadth <= 2 or places.sentence_index = figures.sentence_index - 1)
        -- What happened in Russia is not placed in Kyiv, and only the lead leaves to the next sentence where it was.
        and (
            figures.stated_breadth is null
            or (
                figures.stated_country = places.country
                and places.breadth <= 2
                and figures.sentence_index <= 2
                and places.sentence_index > figures.sentence_index
            )
        )
    qualify row_number() over (
        partition by figures.claim_key, places.breadth <= 2
        order by
            places.sentence_index > figures.sentence_index,
            abs(places.sentence_index - figures.sentence_index),
            places.token_index asc
    ) = 1
),

carried_places as (
    select * from nearby

    union all

    select
        figures.claim_key,
        focus_places.sentence_id,
        focus_places.place_id,
        focus_places.place_text,
        focus_places.start_offset,
        focus_places.end_offset,
        'focus_of_article' as place_method
    from figures
    inner join focus_places on figures.article_id = focus_places.article_id
    where figures.stated_breadth is null and figures.scope = 'event' and not figures.is_long_ago

    union all

    select
        figures.claim_key,
        theatre_places.sentence_id,
        theatre_places.place_id,
        theatre_places.place_text,
        theatre_places.start_offset,
        theatre_places.end_offset,
        'theatre_of_war' as place_method
    from figures
    inner join theatre_places on figures.article_id = theatre_places.article_id
    where figures.stated_breadth is null and not figures.is_long_ago
)

select * from carried_places
