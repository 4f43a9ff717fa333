-- Grain: one casualty figure of an event that its article has told of before, with the place it told of then.

with

figures as (
    select * from {{ ref('int_unplaced_figures') }}
    where is_event_told and not is_widespread
),

places as (
    select * from {{ ref('int_place_units') }}
    where
        breadth <= 2
        and is_amid_violence
        and (is_location or is_scene)
        and not is_owner
        and not is_speaker
        and not is_off_scene
),

-- "The attack" is the last one that was told of before, in whatever country.
told_places as (
    select
        figures.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        'told_event' as place_method
    from figures
    inner join places
        on
            figures.article_id = places.article_id
            and places.sentence_index between figures.sentence_index - 6 and figures.sentence_index - 1
    where
        coalesce(figures.stated_country = places.country, true)
    qualify row_number() over (
        partition by figures.claim_key
        order by places.sentence_index desc, places.is_beside asc, places.token_index asc
    ) = 1
)

select * from told_places
