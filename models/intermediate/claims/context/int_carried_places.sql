-- Grain: one casualty figure and one way to find its place elsewhere in the article.

with

figures as (
    select * from {{ ref('int_unplaced_figures') }}
),

focus_places as (
    select * from {{ ref('int_focus_places') }}
),

theatre_places as (
    select * from {{ ref('int_theatre_places') }}
),

told_places as (
    select * from {{ ref('int_told_places') }}
),

exact_places as (
    select * from {{ ref('int_exact_places') }}
),

nearby_places as (
    select * from {{ ref('int_nearby_places') }}
),

carried_places as (
    select * from nearby_places

    union all

    select * from told_places

    union all

    select * from exact_places

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
    where
        figures.stated_breadth is null
        and figures.is_of_story
        and not figures.is_widespread
        and (not figures.is_event_new or figures.sentence_index <= 2)
        and coalesce(figures.homeland = figures.theatre, true)
        -- What has not been told yet is not what the story keeps to; a lead comes before its place.
        and (focus_places.sentence_index < figures.sentence_index or figures.sentence_index <= 2)

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
    inner join theatre_places
        on
            figures.article_id = theatre_places.article_id
            and coalesce(figures.homeland, figures.theatre) = theatre_places.country
    where
        figures.stated_breadth is null
        and (
            figures.homeland is not null
            or (figures.is_theatre_clear and (not figures.is_long_ago or figures.is_theatre_named))
        )
        -- Bin Laden was killed in no country of which articles about a war tell.
        and not figures.may_be_anywhere
)

select * from carried_places
