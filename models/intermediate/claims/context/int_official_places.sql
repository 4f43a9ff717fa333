-- Grain: one casualty figure that people of a town tell of ("the mayor of Gao said that three died"), with that town.

with

-- Reporters go where others tell them what happened elsewhere.
attributions as (
    select
        claim_key,
        sentence_id,
        first_token,
        last_token
    from {{ ref('int_claim_attributions') }}
    where
        first_token is not null
        and not {{ matches('lower(attributed_to)', text_pattern('reporter')) }}
),

figures as (
    select * from {{ ref('int_unplaced_figures') }}
    where not is_widespread
),

claims as (
    select
        claim_key,
        sentence_id
    from {{ ref('int_claim_anchors') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- "Gao's mayor" is of the town, a "London-based group" is not.
places as (
    select
        place_units.*,
        {{ list_element('sentences.tokens', 'place_units.token_index + place_units.token_count') }} as next_token
    from {{ ref('int_place_units') }} as place_units
    inner join sentences on place_units.sentence_id = sentences.sentence_id
    where place_units.breadth <= 2
),

-- In a capital they speak for the whole country.
capitals as (
    select distinct entity_id as place_id
    from {{ ref('stg_entity_names') }}
    where entity_type = 'place' and {{ matches('lower(alias)', '\\x27s capital\\z') }}
),

-- "Officials in Geneva" tell of other countries, and who is quoted in an earlier sentence may have told of more since.
official_places as (
    select
        figures.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        places.breadth
    from figures
    inner join claims on figures.claim_key = claims.claim_key
    inner join attributions
        on
            figures.claim_key = attributions.claim_key
            and claims.sentence_id = attributions.sentence_id
    inner join places
        on
            attributions.sentence_id = places.sentence_id
            and places.token_index between attributions.first_token and attributions.last_token
            and figures.theatre = places.country
    left join capitals on places.place_id = capitals.place_id
    where
        capitals.place_id is null
        and coalesce(places.next_token, '') != '-'
        and (figures.stated_country is null or figures.stated_country = places.country)
    qualify row_number() over (
        partition by figures.claim_key
        order by places.breadth, places.token_index
    ) = 1
)

select * from official_places
