-- Grain: one casualty figure whose place a sentence of the opening says more exactly.

{%- set settlement = "coalesce(known_places.place_type in ('city', 'town', 'village'), false)" %}

with

anchors as (
    select * from {{ ref('int_claim_anchors') }}
),

scopes as (
    select * from {{ ref('int_casualty_scopes') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

figures as (
    select * from {{ ref('int_unplaced_figures') }}
),

places as (
    select * from {{ ref('int_harm_places') }}
),

known_places as (
    select * from {{ ref('stg_places') }}
),

stated_places as (
    select
        stated.*,
        known_places.place_type in ('city', 'town') as is_city
    from {{ ref('int_stated_places') }} as stated
    inner join known_places on stated.place_id = known_places.place_id
),

events as (
    select
        anchors.claim_key,
        anchors.article_id,
        sentences.sentence_index,
        coalesce(figures.is_event_told, false) as is_event_told,
        stated_places.place_text,
        coalesce(stated_places.breadth, 4) as breadth,
        coalesce(stated_places.is_city, false) as is_city,
        coalesce(stated_places.country, figures.homeland, figures.theatre) as country
    from anchors
    inner join scopes on anchors.claim_key = scopes.claim_key
    inner join sentences on anchors.sentence_id = sentences.sentence_id
    left join figures on anchors.claim_key = figures.claim_key
    left join stated_places on anchors.claim_key = stated_places.claim_key
    where
        scopes.scope = 'event'
        and coalesce(figures.is_of_story, stated_places.claim_key is not null)
),

-- The lead names a city or a province; "the blast took place in" says later where in it that was.
exact_places as (
    select
        events.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        case when events.breadth = 1 then 'told_site' else 'told_exactly' end as place_method
    from events
    inner join places
        on
            events.article_id = places.article_id
            and coalesce(events.country = places.country, true)
            and (
                (events.sentence_index <= 2 and events.sentence_index < places.sentence_index)
                or events.is_event_told
            )
    left join known_places on places.place_id = known_places.place_id
    where
        places.is_of_told_event
        and places.breadth = 1
        and not places.is_beside
        and places.sentence_index between 1 and 8
        and (
            (events.breadth > 1 and (not {{ settlement }} or places.is_with_first_town))
            or (
                events.is_city
                and not {{ settlement }}
                and places.is_of_only_scene
                and not {{ matches('events.place_text', text_pattern('inside_wider_place')) }}
            )
        )
    qualify row_number() over (
        partition by events.claim_key
        order by places.sentence_index, places.token_index
    ) = 1
)

select * from exact_places
