-- Grain: one casualty figure whose sentence says that it happened "in the city" or "there", with the place meant.

with

place_nouns as (
    select
        *,
        case
            when noun in ('city', 'town', 'village') then 'settlement'
            when noun = 'capital' and token_count = 1 then 'capital'
            when noun in ('district', 'neighbourhood', 'neighborhood', 'suburb', 'quarter') then 'quarter'
            when noun in ('province', 'territory', 'enclave', 'strip') then 'territory'
            when noun = 'there' then 'anywhere'
            -- There are many areas and homes.
            when noun not in (
                'country', 'area', 'home', 'house', 'border', 'ground', 'front', 'frontline', 'site', 'position'
            ) then 'site'
        end as noun_kind
    from {{ ref('int_place_nouns') }}
    where is_named_before and token_distance <= 18
),

known_places as (
    select
        place_id,
        place_type
    from {{ ref('stg_places') }}
),

-- "Yemen's capital" names one of a country.
capitals as (
    select distinct entity_id as place_id
    from {{ ref('stg_entity_names') }}
    where entity_type = 'place' and {{ matches('lower(alias)', '\\x27s capital\\z') }}
),

sentences as (
    select
        sentence_id,
        lower(text) as text
    from {{ ref('stg_sentences') }}
),

places as (
    select
        place_units.*,
        case
            when {{ matches(
                'lower(place_units.place_text)', text_pattern('named_building')
            ) }} then 'building'
            when known_places.place_type in ('city', 'town', 'village') then 'settlement'
            when known_places.place_type in ('province', 'region') then 'territory'
        end as place_kind,
        capitals.place_id is not null as is_capital
    from {{ ref('int_place_units') }} as place_units
    left join known_places on place_units.place_id = known_places.place_id
    left join capitals on place_units.place_id = capitals.place_id
    where
        place_units.breadth <= 2
        and not place_units.is_beside
        and not place_units.is_container
),

-- "At the station": the one that a place was said to be, or that was told of together with a place.
candidates as (
    select
        place_nouns.claim_key,
        place_nouns.token_distance,
        place_nouns.noun_kind,
        place_nouns.token_index as noun_index,
        places.sentence_id,
        places.sentence_index,
        places.token_index,
        places.breadth,
        places.is_off_scene,
        places.is_location,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        contains(lower(places.place_text), place_nouns.noun) as is_in_name,
        place_nouns.noun_kind in ('site', 'quarter')
        and contains(lower(places.place_text), place_nouns.noun) as is_site_named
    from place_nouns
    inner join places
        on
            place_nouns.article_id = places.article_id
            and (
                place_nouns.sentence_index > places.sentence_index
                or (place_nouns.sentence_index = places.sentence_index and place_nouns.token_index > places.token_index)
            )
    inner join sentences on places.sentence_id = sentences.sentence_id
    where
        -- "The mayor of Gao said that three died there."
        (not places.is_speaker or place_nouns.noun_kind = 'anywhere')
        and (
            place_nouns.noun_kind = places.place_kind
            or (place_nouns.noun_kind = 'quarter' and places.place_kind in ('settlement', 'territory'))
            or (place_nouns.noun_kind = 'capital' and places.is_capital)
            or (place_nouns.noun_kind = 'anywhere' and places.sentence_index >= place_nouns.sentence_index - 1)
            or (
                place_nouns.noun_kind = 'site'
                and contains(sentences.text, place_nouns.noun)
                and places.sentence_index != place_nouns.sentence_index
                and (
                    contains(lower(places.place_text), place_nouns.noun)
                    or (places.is_location and places.sentence_index >= place_nouns.sentence_index - 6)
                )
            )
        )
),

referred_places as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from candidates
    qualify row_number() over (
        partition by claim_key
        order by
            token_distance asc,
            noun_index asc,
            is_site_named desc,
            is_off_scene asc,
            noun_kind = 'settlement' and is_location desc,
            sentence_index desc,
            is_in_name desc,
            breadth asc,
            token_index asc
    ) = 1
)

select * from referred_places
