-- Grain: one mention of a place in a sentence, with the place that it names, if known.

with

units as (
    select * from {{ ref('int_units') }}
    where unit_class = 'named_place'
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('place', 'country')
),

known_places as (
    select
        place_id,
        name,
        place_type,
        country,
        country_code
    from {{ ref('stg_places') }}
),

-- The first name in "Washer district, Helmand" is the most specific one.
named as (
    select
        units.sentence_id,
        units.token_index,
        words.entity_id,
        count(*) over (partition by units.sentence_id, units.token_index) as name_count
    from units
    inner join words
        on
            units.sentence_id = words.sentence_id
            and units.token_index <= words.token_index
            and words.token_index < units.token_index + units.token_count
    qualify row_number() over (
        partition by units.sentence_id, units.token_index
        order by words.word_class desc, words.token_index asc
    ) = 1
),

named_places as (
    select
        units.sentence_id,
        units.article_id,
        sentences.sentence_index,
        units.token_index,
        units.token_count,
        named.entity_id as place_id,
        coalesce(named.name_count, 1) as name_count,
        known_places.country,
        known_places.country_code,
        coalesce(known_places.place_type = 'country', false) as is_country,
        coalesce(known_places.place_type = 'region', false) as is_region,
        case
            when known_places.place_type = 'country' then 4
            -- Europe; the Middle East.
            when known_places.place_type = 'region' and known_places.country is null then 4
            -- Northern Syria; eastern Ukraine.
            when
                known_places.place_type = 'region'
                and right(known_places.name, length(known_places.country)) = known_places.country
                then 3
            when known_places.place_type in ('region', 'province') then 2
            else 1
        end as breadth,
        {{ token_text('units.token_index', 'units.token_index + units.token_count - 1') }} as place_text,
        {{ token_start('units.token_index') }} as start_offset,
        {{ token_end('units.token_index + units.token_count - 1') }} as end_offset
    from units
    inner join sentences on units.sentence_id = sentences.sentence_id
    left join named on units.sentence_id = named.sentence_id and units.token_index = named.token_index
    left join known_places on named.entity_id = known_places.place_id
)

select * from named_places
