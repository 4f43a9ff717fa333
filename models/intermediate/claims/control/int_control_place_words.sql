-- Grain: one word of a sentence that names a place, or a country by what is its own ("Syrian forces").

with

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

places as (
    select
        *,
        case
            when place_type in ('village', 'town', 'city') then 'settlement'
            when place_type in ('district', 'province', 'region') then 'area'
            else place_type
        end as place_kind
    from {{ ref('stg_places') }}
),

countries as (
    select
        country_code,
        min(place_id) as place_id
    from places
    where place_type = 'country'
    group by country_code
),

place_words as (
    select
        words.sentence_id,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        words.token_index,
        words.word_class = 'nationality' as is_nationality,
        places.place_id,
        places.place_kind
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
    left join countries on words.word_class = 'nationality' and words.meaning = countries.country_code
    inner join places on coalesce(words.entity_id, countries.place_id) = places.place_id
    left join words as next_words
        on
            words.sentence_id = next_words.sentence_id
            and words.token_index + words.token_count = next_words.token_index
            and next_words.word_class = 'hyphen'
    -- "U.S.-backed forces" fight elsewhere.
    where words.word_class not in ('country', 'nationality') or next_words.sentence_id is null
)

select * from place_words
