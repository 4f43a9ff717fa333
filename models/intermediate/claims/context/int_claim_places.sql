-- Grain: one claim, with the most specific place that its article gives for it, if any.

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

focus_places as (
    select * from {{ ref('int_focus_places') }}
),

known_places as (
    select
        place_id,
        country
    from {{ ref('stg_places') }}
),

places as (
    select * from {{ ref('int_place_units') }}
    where not is_owner and not is_speaker
),

in_sentence as (
    select
        claims.claim_key,
        claims.first_token,
        places.*,
        {{ distance_columns('claims', 'places', 'sentence_units.unit_classes', ['colon', 'said', 'but', 'stop']) }}
    from claims
    inner join places on claims.sentence_id = places.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
),

stated as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        breadth,
        'stated' as place_method
    from in_sentence
    qualify row_number() over (
        partition by claim_key
        order by
            is_scene and token_index < first_token desc,
            least(barrier_count, 1),
            is_location desc,
            is_after_preposition desc,
            breadth = 4,
            barrier_count asc,
            token_distance asc,
            token_index asc
    ) = 1
),

-- What is not said in the sentence, or only by naming a country or half of one, is carried over: from the place that
-- the story keeps to, else from where it last was.
unplaced as (
    select
        claims.claim_key,
        claims.article_id,
        stated.claim_key is not null as has_broad_place,
        known_places.country as stated_country,
        sentences.sentence_index
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    left join stated on claims.claim_key = stated.claim_key
    left join known_places on stated.place_id = known_places.place_id
    where claims.claim_type = 'casualty' and (stated.claim_key is null or stated.breadth > 2)
),

focused as (
    select
        unplaced.claim_key,
        focus_places.sentence_id,
        focus_places.place_id,
        focus_places.place_text,
        focus_places.start_offset,
        focus_places.end_offset,
        'focus_of_article' as place_method
    from unplaced
    inner join focus_places on unplaced.article_id = focus_places.article_id
    left join known_places on focus_places.place_id = known_places.place_id
    -- Nothing that happened in Russia is placed in Kyiv.
    where unplaced.stated_country is null or unplaced.stated_country = known_places.country
),

carried as (
    select
        unplaced.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset,
        'carried_over' as place_method,
        case
            when places.sentence_index = unplaced.sentence_index - 1 and places.breadth <= 2 then 3 else 5
        end as preference
    from unplaced
    inner join places
        on
            unplaced.article_id = places.article_id
            and (
                places.sentence_index between unplaced.sentence_index - 3 and unplaced.sentence_index - 1
                or places.sentence_index <= least(2, unplaced.sentence_index - 1)
            )
    where places.is_location and not unplaced.has_broad_place
    qualify row_number() over (
        partition by unplaced.claim_key
        order by places.breadth > 2, places.sentence_index desc, places.token_index asc
    ) = 1
),

every_place as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        place_method,
        case when breadth > 2 then 4 else 1 end as preference
    from stated

    union all

    select
        *,
        2 as preference
    from focused

    union all

    select * from carried
),

claim_places as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        place_method
    from every_place
    qualify row_number() over (
        partition by claim_key
        order by preference
    ) = 1
)

select * from claim_places
