-- Grain: one casualty figure of an event that its article has told of before, with the place it told of then.

{%- set soon = 'figures.is_event_told and places.sentence_index >= figures.sentence_index - 6' %}

with

figures as (
    select
        *,
        not is_event_new and stated_breadth is null as is_bare
    from {{ ref('int_unplaced_figures') }}
),

places as (
    select * from {{ ref('int_harm_places') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

-- "The attack" is the last one that was told of before, in whatever country, "the blast" the last blast; else the one
-- that the article opens with. Whoever else comes to harm soon after did so in the one town that it opens with.
told_places as (
    select
        figures.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        case
            when {{ soon }} then 'told_event'
            when figures.is_event_told then 'told_in_lead'
            else 'lead_town'
        end as place_method
    from figures
    inner join places
        on
            figures.article_id = places.article_id
            and figures.sentence_index > places.sentence_index
            and (
                figures.sentence_index <= places.sentence_index + 6
                or (
                    places.sentence_index <= 3
                    and figures.is_of_story
                    and coalesce(figures.theatre = places.country, true)
                )
            )
    inner join sentences on places.sentence_id = sentences.sentence_id
    where
        (
            figures.is_event_told
            or (
                places.is_lead_town
                and figures.is_of_story
                and figures.is_bare
                and figures.sentence_index <= 16
            )
        )
        and not figures.is_widespread
        and (figures.stated_country is null or figures.stated_country = places.country)
        and coalesce(figures.homeland = places.country, true)
    qualify row_number() over (
        partition by figures.claim_key, {{ soon }}
        order by
            coalesce(contains(lower(sentences.text), figures.event_word), false) desc,
            places.sentence_index desc,
            places.is_beside asc,
            places.token_index asc
    ) = 1
)

select * from told_places
