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

parts as (
    select
        claim_key,
        whole_claim_key
    from {{ ref('int_casualty_parts') }}
),

-- What is not said in the sentence, or only by naming a country, is carried over: from a sentence beside it, else from
-- the place that the story keeps to, or the country of the war. "In 15 provinces" is worth more than what is carried
-- over, "at a checkpoint" less.
every_place as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        case when breadth > 2 then 'stated_country' else 'stated' end as place_method,
        case breadth when 1 then 1 when 2 then 3 else 10 end as preference
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
        case when is_several then 4 else 7 end as preference
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
            when 'told_event' then 5
            when 'beside_sentence' then 6
            when 'told_in_lead' then 8
            when 'focus_of_article' then 9
            when 'country_beside' then 11
            else 12
        end as preference
    from carried
),

-- A part happened where its whole did, unless its own sentence says better.
with_wholes as (
    select * from every_place

    union all

    select
        parts.claim_key,
        every_place.sentence_id,
        every_place.place_id,
        every_place.place_text,
        every_place.start_offset,
        every_place.end_offset,
        every_place.place_method,
        every_place.preference + 1 as preference
    from parts
    inner join every_place on parts.whole_claim_key = every_place.claim_key
),

known_places as (
    select
        place_id,
        country
    from {{ ref('stg_places') }}
),

claim_places as (
    select
        with_wholes.claim_key,
        with_wholes.sentence_id,
        with_wholes.place_id,
        with_wholes.place_text,
        known_places.country,
        with_wholes.start_offset,
        with_wholes.end_offset,
        with_wholes.place_method
    from with_wholes
    left join known_places on with_wholes.place_id = known_places.place_id
    qualify row_number() over (
        partition by with_wholes.claim_key
        order by with_wholes.preference asc, with_wholes.place_method asc
    ) = 1
)

select * from claim_places
