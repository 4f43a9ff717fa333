-- Grain: one casualty figure, with a town or province, or with a country, that a sentence beside its own lends it.

with

figures as (
    select * from {{ ref('int_unplaced_figures') }}
),

places as (
    select * from {{ ref('int_place_units') }}
    where is_location and not is_owner and not is_speaker and not is_off_scene
),

nearby_places as (
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
        -- What happens elsewhere, a conference in Geneva, is no place of a war in Syria, but harm done there is.
        (
            coalesce(places.country = figures.theatre, places.country is not null or places.is_amid_violence)
            or coalesce(places.country = figures.homeland, false)
            or (
                figures.homeland is null
                and places.is_amid_violence
                and places.breadth <= 2
                and places.sentence_index = figures.sentence_index - 1
            )
        )
        -- A base near a city is told of as that city's only where the story goes on.
        and (not places.is_beside or (places.is_amid_violence and places.sentence_index = figures.sentence_index - 1))
        -- Away from the sentence before, only where people come to harm, and only for what belongs to the story; the
        -- lead is told again in the sentences behind it.
        and (
            places.sentence_index = figures.sentence_index - 1
            or (
                places.is_amid_violence
                and not figures.is_long_ago
                and not figures.may_be_anywhere
                and (places.sentence_index <= figures.sentence_index + 1 or figures.sentence_index <= 2)
            )
        )
        -- What is told for the first time, or adds up over days, continues at most the sentence before.
        and (
            places.sentence_index = figures.sentence_index - 1
            or (figures.scope != 'period' and (not figures.is_event_new or figures.sentence_index <= 2))
        )
        -- The toll of a war or of years is not that of a town; a country is enough from the sentence before.
        and (not figures.is_widespread or places.breadth > 2)
        and (
            places.breadth <= 2
            or (
                places.country is not null
                and not figures.may_be_anywhere
                and places.sentence_index = figures.sentence_index - 1
            )
        )
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
            places.is_beside asc,
            places.sentence_index > figures.sentence_index asc,
            abs(places.sentence_index - figures.sentence_index) asc,
            -- Another attack need not be in the same district of the city.
            figures.is_event_new and places.is_container and places.breadth = 1 desc,
            places.token_index asc
    ) = 1
)

select * from nearby_places
