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

methods as (
    select
        place_method,
        preference,
        is_shared
    from {{ ref('place_methods') }}
),

found as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        case breadth when 1 then 'stated' when 2 then 'stated_province' else 'stated_country' end as place_method
    from stated

    union all

    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        case when is_several then 'described_several' else 'described' end as place_method
    from described

    union all

    select
        *,
        'referred' as place_method
    from referred

    union all

    select * from carried

    union all

    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        case breadth when 1 then 'officials' else 'officials_province' end as place_method
    from official

    union all

    select
        *,
        'country_near' as place_method
    from near_countries
),

own as (
    select
        found.*,
        methods.preference,
        methods.is_shared
    from found
    inner join methods on found.place_method = methods.place_method
),

-- A part happened where its whole did, unless its own sentence says better, and so did what is counted beside it.
with_lent as (
    select
        *,
        false as is_lent
    from own

    union all

    select
        lenders.claim_key,
        own.sentence_id,
        own.place_id,
        own.place_text,
        own.start_offset,
        own.end_offset,
        own.place_method,
        own.preference + 1 as preference,
        own.is_shared,
        true as is_lent
    from lenders
    inner join own on lenders.lender_key = own.claim_key
    where lenders.is_whole or own.is_shared
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
        order by with_lent.preference asc, with_lent.is_lent asc, with_lent.start_offset asc
    ) = 1
)

select * from claim_places
