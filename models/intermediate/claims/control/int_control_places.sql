-- Grain: one territory that a statement of control names, with the kind of place it is and the known place, if it has a
-- name, or if "the town" stands for the last town named before it; "Syrian territory" is Syria.

with

territories as (
    select * from {{ ref('int_control_territories') }}
),

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

place_words as (
    select * from {{ ref('int_control_place_words') }}
),

homelands as (
    select * from {{ ref('int_control_homelands') }}
),

territory_words as (
    select
        territories.sentence_id,
        territories.token_index,
        territories.place_index,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        {{ min_by('place_words.place_id', 'words.token_index') }} filter (
            where not place_words.is_nationality
        ) as place_id,
        min(place_words.place_id) filter (where place_words.is_nationality) as land_id,
        max(words.meaning) filter (where words.word_class = 'place_noun') as place_kind,
        bool_and(
            words.word_class in ('definite', 'demonstrative', 'of', 'place', 'country')
            or (words.word_class = 'place_noun' and coalesce(words.meaning, 'land') not in ('land', 'ground'))
        ) as is_whole_place,
        -- "The area" and "that territory" are whatever place was spoken of.
        bool_and(
            words.word_class in ('definite', 'demonstrative')
            or (words.word_class = 'place_noun' and coalesce(words.meaning, '') in ('land', 'ground'))
        )
        and bool_or(words.word_class in ('definite', 'demonstrative')) as is_any_place,
        bool_and(
            words.word_class in ('definite', 'nationality')
            or (words.word_class = 'place_noun' and coalesce(words.meaning, '') = 'land')
        ) as is_whole_land
    from territories
    inner join words
        on
            territories.sentence_id = words.sentence_id
            and territories.place_index <= words.token_index
            and territories.place_index + territories.place_count > words.token_index
    left join place_words
        on words.sentence_id = place_words.sentence_id and words.token_index = place_words.token_index
    inner join sentences on territories.sentence_id = sentences.sentence_id
    group by all
),

referred as (
    select
        territory_words.sentence_id,
        territory_words.token_index,
        territory_words.place_index,
        place_words.place_id,
        place_words.sentence_index
    from territory_words
    inner join place_words
        on
            territory_words.article_id = place_words.article_id
            and territory_words.evidence_field = place_words.evidence_field
            and (
                territory_words.place_kind = place_words.place_kind
                or (
                    territory_words.is_any_place
                    and place_words.place_kind != 'country'
                    and territory_words.sentence_index <= place_words.sentence_index + 1
                )
            )
            and (
                territory_words.sentence_index > place_words.sentence_index
                or (
                    territory_words.sentence_index = place_words.sentence_index
                    and territory_words.place_index > place_words.token_index
                )
            )
    where
        territory_words.place_id is null
        and (territory_words.is_whole_place or territory_words.is_any_place)
        and not place_words.is_nationality
    qualify row_number() over (
        partition by territory_words.sentence_id, territory_words.token_index, territory_words.place_index
        order by place_words.sentence_index desc, place_words.token_index desc
    ) = 1
),

resolved as (
    select
        territory_words.sentence_id,
        territory_words.token_index,
        territory_words.place_index,
        territory_words.place_kind,
        territory_words.is_whole_place
        or (territory_words.is_whole_land and territory_words.land_id is not null)
        or (territory_words.is_any_place and referred.place_id is not null) as is_whole_place,
        case
            when territory_words.place_id is not null then territory_words.place_id
            when territory_words.is_whole_land and not territory_words.is_any_place then territory_words.land_id
            -- "Russia helped. Syrian forces hold half of the country": Syria, unless the same sentence names another.
            when territory_words.place_kind = 'country' and referred.sentence_index < territory_words.sentence_index
                then coalesce(homelands.place_id, referred.place_id)
            else referred.place_id
        end as place_id
    from territory_words
    left join referred
        on
            territory_words.sentence_id = referred.sentence_id
            and territory_words.token_index = referred.token_index
            and territory_words.place_index = referred.place_index
    left join homelands
        on territory_words.sentence_id = homelands.sentence_id and territory_words.token_index = homelands.token_index
)

select * from resolved
