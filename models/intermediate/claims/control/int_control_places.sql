-- Grain: one territory that a statement of control names, with the kind of place it is and the known place, if it has a
-- name, or if "the town" stands for the last town named before it.

with

territories as (
    select * from {{ ref('int_control_territories') }}
),

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        evidence_field,
        sentence_index
    from {{ ref('stg_sentences') }}
),

places as (
    select
        place_id,
        case
            when place_type in ('village', 'town', 'city') then 'settlement'
            when place_type in ('district', 'province', 'region') then 'area'
            else place_type
        end as place_kind
    from {{ ref('stg_places') }}
),

territory_words as (
    select
        territories.sentence_id,
        territories.token_index,
        territories.place_index,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        min_by(words.entity_id, words.token_index) filter (
            where words.word_class in ('place', 'country') and words.entity_id is not null
        ) as place_id,
        max(words.meaning) filter (where words.word_class = 'place_noun') as place_kind,
        bool_and(
            words.word_class in ('definite', 'demonstrative', 'of', 'place', 'country')
            or (words.word_class = 'place_noun' and words.meaning is not null)
        ) as is_whole_place
    from territories
    inner join words
        on
            territories.sentence_id = words.sentence_id
            and territories.place_index <= words.token_index
            and territories.place_index + territories.place_count > words.token_index
    inner join sentences on territories.sentence_id = sentences.sentence_id
    group by all
),

mentions as (
    select
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        words.token_index,
        places.place_id,
        places.place_kind
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
    inner join places on words.entity_id = places.place_id
),

referred as (
    select
        territory_words.sentence_id,
        territory_words.token_index,
        territory_words.place_index,
        mentions.place_id
    from territory_words
    inner join mentions
        on
            territory_words.article_id = mentions.article_id
            and territory_words.evidence_field = mentions.evidence_field
            and territory_words.place_kind = mentions.place_kind
            and (
                territory_words.sentence_index > mentions.sentence_index
                or (
                    territory_words.sentence_index = mentions.sentence_index
                    and territory_words.place_index > mentions.token_index
                )
            )
    where territory_words.place_id is null and territory_words.is_whole_place
    qualify row_number() over (
        partition by territory_words.sentence_id, territory_words.token_index, territory_words.place_index
        order by mentions.sentence_index desc, mentions.token_index desc
    ) = 1
),

resolved as (
    select
        territory_words.sentence_id,
        territory_words.token_index,
        territory_words.place_index,
        territory_words.place_kind,
        territory_words.is_whole_place,
        coalesce(territory_words.place_id, referred.place_id) as place_id
    from territory_words
    left join referred
        on
            territory_words.sentence_id = referred.sentence_id
            and territory_words.token_index = referred.token_index
            and territory_words.place_index = referred.place_index
)

select * from resolved
