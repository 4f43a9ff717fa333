-- Grain: one article and country, with what the article names it, or a part of it, most, best as where things happen.

with

-- A region is a theatre, too, where its country is not named: Gaza.
places as (
    select * from {{ ref('int_place_units') }}
    where
        country is not null
        and (breadth > 2 or is_region)
        and not is_speaker
        -- "A hotel in Jordan", "the capital of Jordan" are not all of it.
        and not {{ matches('lower(place_text)', '^(?:an?|capital of) ') }}
),

-- A country, or its east, stands for its regions, unless they are nearly all that the article tells of.
weighed as (
    select
        article_id,
        country,
        sentence_id,
        sentence_index,
        token_index,
        breadth,
        place_id,
        place_text,
        start_offset,
        end_offset,
        is_location,
        count(*) over (partition by article_id, place_id) * case when breadth > 2 then 5 else 1 end as weight
    from places
),

theatre_places as (
    select
        article_id,
        country,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from weighed
    -- A region that is named once is not where a war is.
    where weight > 1
    qualify row_number() over (
        partition by article_id, country
        order by
            weight desc,
            breadth desc,
            is_location desc,
            length(place_text) asc,
            sentence_index asc,
            token_index asc
    ) = 1
)

select * from theatre_places
