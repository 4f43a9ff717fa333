-- Grain: one claim, with the most specific place that its article gives for it, if any.

with

stated as (
    select * from {{ ref('int_stated_places') }}
),

carried as (
    select * from {{ ref('int_carried_places') }}
),

described as (
    select * from {{ ref('int_described_places') }}
),

referred as (
    select * from {{ ref('int_referred_places') }}
),

official as (
    select * from {{ ref('int_official_places') }}
),

near_countries as (
    select * from {{ ref('int_near_countries') }}
),

lenders as (
    select * from {{ ref('int_place_lenders') }}
),

-- What is not said in the sentence, or only by naming a country, is carried over: from the town of those who tell of
-- it, a sentence beside it, their region, the place that the story keeps to, or the country of the war. "In 15
-- provinces" is worth more than what is carried over, "at a checkpoint" less.
every_place as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        case when breadth > 2 then 'stated_country' else 'stated' end as place_method,
        case breadth when 1 then 1 when 2 then 3 else 12 end as preference
    from stated

    union all

    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        'described' as place_method,
        case when is_several then 4 else 9 end as preference
    from described

    union all

    select
        *,
        'referred' as place_method,
        2 as preference
    from referred

    union all

    select
        *,
        case place_method
            when 'told_site' then 0
            when 'told_exactly' then 2
            when 'told_event' then 5
            when 'beside_sentence' then 7
            when 'told_in_lead' then 10
            when 'focus_of_article' then 11
            when 'lead_town' then 12
            when 'country_beside' then 13
            else 14
        end as preference
    from carried

    union all

    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        'officials' as place_method,
        case breadth when 1 then 6 else 8 end as preference
    from official

    union all

    select
        *,
        'country_near' as place_method,
        15 as preference
    from near_countries
),

-- A part happened where its whole did, unless its own sentence says better, and so did what is counted beside it.
with_lent as (
    select * from every_place

    union all

    select
        lenders.claim_key,
        every_place.sentence_id,
        every_place.place_id,
        every_place.place_text,
        every_place.start_offset,
        every_place.end_offset,
        every_place.place_method,
        every_place.preference + 1 as preference
    from lenders
    inner join every_place on lenders.lender_key = every_place.claim_key
    where lenders.is_whole or every_place.place_method in ('stated', 'referred', 'told_event')
),

known_places as (
    select
        place_id,
        country
    from {{ ref('stg_places') }}
),

claim_places as (
    select
        with_lent.claim_key,
        with_lent.sentence_id,
        with_lent.place_id,
        with_lent.place_text,
        known_places.country,
        with_lent.start_offset,
        with_lent.end_offset,
        with_lent.place_method
    from with_lent
    left join known_places on with_lent.place_id = known_places.place_id
    qualify row_number() over (
        partition by with_lent.claim_key
        order by with_lent.preference asc, with_lent.place_method asc, with_lent.start_offset asc
    ) = 1
)

select * from claim_places
