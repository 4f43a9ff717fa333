-- Grain: one article and country, with what the article names it, or a part of it, most, best as where things happen.

with

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

country_names as (
    select
        words.*,
        countries.country
    from {{ ref('int_words') }} as words
    inner join {{ ref('stg_places') }} as countries on words.entity_id = countries.place_id
    where words.word_class = 'country' and countries.place_type = 'country'
),

-- A region is a theatre, too, where its country is not named: Gaza.
places as (
    select * from {{ ref('int_place_units') }}
    where
        country is not null
        and (breadth > 2 or is_region)
        and not is_speaker
        -- "A hotel in Jordan", "the capital of Jordan" are not all of it.
        and not {{ matches('lower(place_text)', text_pattern('part_of_country')) }}
),

-- "Mali's army": where nothing else names the country.
every_place as (
    select
        article_id,
        country,
        sentence_id,
        sentence_index,
        token_index,
        breadth,
        place_id,
        place_text,
        start_offset,
        end_offset,
        is_location,
        name_count
    from places

    union all

    select
        sentences.article_id,
        country_names.country,
        sentences.sentence_id,
        sentences.sentence_index,
        country_names.token_index,
        4 as breadth,
        country_names.entity_id as place_id,
        {{ token_text('country_names.token_index', 'country_names.token_index + country_names.token_count - 1') }}
            as place_text,
        {{ token_start('country_names.token_index') }} as start_offset,
        {{ token_end('country_names.token_index + country_names.token_count - 1') }} as end_offset,
        false as is_location,
        1 as name_count
    from country_names
    inner join sentences on country_names.sentence_id = sentences.sentence_id
    left join places on sentences.article_id = places.article_id and country_names.country = places.country
    where places.article_id is null
),

-- A country, or its east, stands for its regions, unless they are nearly all that the article tells of.
weighed as (
    select
        *,
        count(*) over (partition by article_id, place_id) * case when breadth > 2 then 5 else 1 end as weight
    from every_place
),

theatre_places as (
    select
        article_id,
        country,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset
    from weighed
    -- A region that is named once is not where a war is.
    where weight > 1
    qualify row_number() over (
        partition by article_id, country
        order by
            weight desc,
            breadth desc,
            -- "Lebanon, Turkey".
            name_count asc,
            is_location desc,
            length(place_text) asc,
            sentence_index asc,
            token_index asc
    ) = 1
)

select * from theatre_places
