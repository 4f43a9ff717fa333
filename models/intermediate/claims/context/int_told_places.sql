-- Grain: one casualty figure of an event that its article has told of before, with the place it told of then.

{%- set lead_key = 'case when breadth = 1 and is_location and not is_beside and sentence_index <= 3 '
    ~ 'then coalesce(place_id, lower(place_text)) end' %}
{%- set scene_text = 'case when breadth = 1 and is_of_told_event then place_text end' %}
{%- set soon = 'figures.is_event_told and places.sentence_index >= figures.sentence_index - 6' %}
{%- set settlement = "coalesce(known_places.place_type in ('city', 'town', 'village'), false)" %}

with

figures as (
    select
        *,
        scope = 'event' and not is_long_ago and not is_named_person as is_of_story,
        not is_event_new and stated_breadth is null as is_bare
    from {{ ref('int_unplaced_figures') }}
),

places as (
    select
        *,
        min(case when breadth = 1 then sentence_index end) over (partition by article_id) as first_town_index,
        min({{ scene_text }}) over (partition by article_id)
        = max({{ scene_text }}) over (partition by article_id) as is_only_scene,
        {{ lead_key }} is not null
        and min({{ lead_key }}) over (partition by article_id)
        = max({{ lead_key }}) over (partition by article_id) as is_lead_town
    from {{ ref('int_place_units') }}
    where
        breadth <= 2
        and is_amid_violence
        and (is_location or is_scene)
        and not is_owner
        and not is_speaker
        and not is_off_scene
),

known_places as (select * from {{ ref('stg_places') }}),

sentences as (select * from {{ ref('stg_sentences') }}),

stated_places as (
    select
        stated.*,
        known_places.place_type in ('city', 'town') as is_city
    from {{ ref('int_stated_places') }} as stated
    inner join known_places on stated.place_id = known_places.place_id
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
            when {{ soon }} then 'told_event' when figures.is_event_told then 'told_in_lead' else 'lead_town'
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
        (figures.is_event_told or (places.is_lead_town and figures.sentence_index <= 16 and figures.is_bare))
        and (figures.is_event_told or figures.is_of_story)
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
    from {{ ref('int_claim_anchors') }} as anchors
    inner join {{ ref('int_casualty_scopes') }} as scopes on anchors.claim_key = scopes.claim_key
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
            (events.breadth > 1 and (not {{ settlement }} or places.sentence_index = places.first_town_index))
            or (
                events.is_city
                and not {{ settlement }}
                and places.is_only_scene
                and not {{ matches('events.place_text', ' (?:in|at|near) ') }}
            )
        )
    qualify row_number() over (
        partition by events.claim_key
        order by places.sentence_index, places.token_index
    ) = 1
),

every_told_place as (
    select * from told_places
    union all
    select * from exact_places
)

select * from every_told_place
