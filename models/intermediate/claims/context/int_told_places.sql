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

sentences as (
    select
        sentence_id,
        lower(text) as text
    from {{ ref('stg_sentences') }}
),

-- "The attack" is the last one that was told of before, in whatever country, "the blast" the last blast; else the one
-- that the article opens with.
told_places as (
    select
        figures.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        case
            when places.sentence_index >= figures.sentence_index - 6 then 'told_event' else 'told_in_lead'
        end as place_method
    from figures
    inner join places
        on
            figures.article_id = places.article_id
            and figures.sentence_index > places.sentence_index
            and (
                figures.sentence_index <= places.sentence_index + 6
                or (
                    places.sentence_index <= 2
                    and figures.scope = 'event'
                    and not figures.is_long_ago
                    and not figures.is_named_person
                    and coalesce(figures.theatre = places.country, true)
                )
            )
    inner join sentences on places.sentence_id = sentences.sentence_id
    where
        (figures.stated_country is null or figures.stated_country = places.country)
        and coalesce(figures.homeland = places.country, true)
    qualify row_number() over (
        partition by figures.claim_key, places.sentence_index >= figures.sentence_index - 6
        order by
            coalesce(contains(sentences.text, figures.event_word), false) desc,
            places.sentence_index desc,
            places.is_beside asc,
            places.token_index asc
    ) = 1
)

select * from told_places
