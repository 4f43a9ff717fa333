-- Grain: one word of meeting in person with its place: as its own sentence states it, or else as that closes with it or
-- tells of a journey; or as a sentence beside it does; or where one of those who met had gone to see another.

with

mentions as (
    select distinct
        claim_key,
        sentence_id
    from {{ ref('int_meeting_mentions') }}
    where coalesce(mode, 'in_person') = 'in_person'
),

closing_dates as (
    select * from {{ ref('int_closing_dates') }}
    where place_text is not null
),

every_place as (
    select
        *,
        1 as preference
    from {{ ref('int_meeting_stated_places') }}

    union all

    -- "Pence with Speaker Ryan, in Washington, Wednesday, Nov. 30, 2016."
    select
        mentions.claim_key,
        closing_dates.sentence_id,
        closing_dates.place_id,
        closing_dates.place_text,
        closing_dates.place_start_offset as start_offset,
        closing_dates.place_end_offset as end_offset,
        2 as preference
    from mentions
    inner join closing_dates on mentions.sentence_id = closing_dates.sentence_id

    union all

    select
        journeys.claim_key,
        journeys.sentence_id,
        journeys.place_id,
        journeys.place_text,
        journeys.start_offset,
        journeys.end_offset,
        case when mentions.claim_key is not null then 3 else 5 end as preference
    from {{ ref('int_meeting_journeys') }} as journeys
    left join mentions on journeys.claim_key = mentions.claim_key and journeys.sentence_id = mentions.sentence_id

    union all

    select
        *,
        4 as preference
    from {{ ref('int_meeting_neighbouring_places') }}
),

places as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from every_place
    qualify row_number() over (
        partition by claim_key
        order by preference, start_offset
    ) = 1
)

select * from places
