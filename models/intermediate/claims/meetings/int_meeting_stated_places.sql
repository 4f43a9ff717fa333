-- Grain: one word of meeting with a place that its sentence states: a name, or the building of an organization.

{%- set first = 'coalesce(occupied.token_index, mentions.place_index)' %}
{%- set last = 'mentions.place_index + mentions.place_count - 1' %}

with

mentions as (
    select distinct
        claim_key,
        sentence_id,
        place_index,
        place_count,
        place_kind
    from {{ ref('int_meeting_mentions') }}
    where coalesce(mode, 'in_person') = 'in_person' and place_index is not null
),

place_units as (
    select * from {{ ref('int_place_units') }}
),

party_units as (
    select * from {{ ref('int_party_units') }}
    where unit_class = 'group_party'
),

words as (
    select * from {{ ref('int_words') }}
    where word_class = 'organization'
),

names as (
    select * from {{ ref('stg_entity_names') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- "White House" and "Kremlin" name an organization, and a place in its country.
buildings as (
    select
        names.entity_id,
        min(place_names.entity_id) as place_id
    from names
    inner join names as place_names on names.alias = place_names.alias and names.country_code = place_names.country_code
    where names.entity_type = 'organization' and place_names.entity_type = 'place'
    group by names.entity_id
),

occupied as (
    select
        mentions.claim_key,
        min(buildings.place_id) as place_id,
        min(words.token_index) filter (where buildings.place_id is not null) as token_index
    from mentions
    inner join party_units
        on mentions.sentence_id = party_units.sentence_id and mentions.place_index = party_units.token_index
    left join words
        on
            mentions.sentence_id = words.sentence_id
            and mentions.place_index <= words.token_index
            and words.token_index < mentions.place_index + mentions.place_count
    left join buildings on words.entity_id = buildings.entity_id
    group by mentions.claim_key
),

stated_places as (
    select
        mentions.claim_key,
        mentions.sentence_id,
        coalesce(place_units.place_id, occupied.place_id) as place_id,
        {{ token_text(first, last) }} as place_text,
        {{ token_start(first) }} as start_offset,
        {{ token_end(last) }} as end_offset
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    left join occupied on mentions.claim_key = occupied.claim_key
    left join place_units
        on
            mentions.sentence_id = place_units.sentence_id
            and mentions.place_index <= place_units.token_index
            and place_units.token_index < mentions.place_index + mentions.place_count
    where
        -- An organization without a building is no place; "the Syria talks" are about a country and not in it.
        (occupied.claim_key is null or occupied.place_id is not null)
        and not (coalesce(place_units.is_country, false) and coalesce(mentions.place_kind = 'compound', false))
    -- The first name in "Geneva, Switzerland" is the most specific one.
    qualify row_number() over (
        partition by mentions.claim_key
        order by place_units.is_country, place_units.token_index
    ) = 1
)

select * from stated_places
