-- Grain: one casualty figure and one way to find its place elsewhere in the article.

with

scopes as (
    select
        claim_key,
        scope
    from {{ ref('int_casualty_scopes') }}
),

claims as (
    select
        anchors.claim_key,
        anchors.article_id,
        scopes.scope,
        sentences.sentence_index,
        sentence_units.unit_classes,
        stated_places.breadth as stated_breadth,
        stated_places.country as stated_country
    from {{ ref('int_claim_anchors') }} as anchors
    inner join scopes on anchors.claim_key = scopes.claim_key
    inner join {{ ref('stg_sentences') }} as sentences on anchors.sentence_id = sentences.sentence_id
    inner join {{ ref('int_sentence_units') }} as sentence_units on anchors.sentence_id = sentence_units.sentence_id
    left join {{ ref('int_stated_places') }} as stated_places on anchors.claim_key = stated_places.claim_key
),

-- One event happened somewhere in the country that its sentence names, a longer toll in all of it. The toll of a war is
-- not that of the town that its article keeps to.
unplaced as (
    select * from claims
    where scope != 'cumulative' and (stated_breadth is null or (scope = 'event' and stated_breadth > 2))
),

-- What happens elsewhere, a conference in Geneva, is no place of a war in Syria.
places as (
    select place_units.*
    from {{ ref('int_place_units') }} as place_units
    left join {{ ref('int_article_theatres') }} as theatres on place_units.article_id = theatres.article_id
    where
        not place_units.is_owner
        and not place_units.is_speaker
        and place_units.is_location
        and coalesce(place_units.country = theatres.country, true)
),

nearby as (
    select
        unplaced.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset
    from unplaced
    inner join places
        on
            unplaced.article_id = places.article_id
            and places.sentence_index between unplaced.sentence_index - 3 and unplaced.sentence_index + 1
            and places.sentence_index != unplaced.sentence_index
    where
        places.breadth <= 2
        and not places.is_beside
        -- Nothing that happened in Russia is placed in Kyiv.
        and coalesce(unplaced.stated_country = places.country, true)
        and (unplaced.stated_breadth is null or places.sentence_index >= unplaced.sentence_index - 1)
    qualify row_number() over (
        partition by unplaced.claim_key
        order by
            places.sentence_index > unplaced.sentence_index,
            abs(places.sentence_index - unplaced.sentence_index),
            places.token_index asc
    ) = 1
),

focused as (
    select
        unplaced.claim_key,
        focus_places.sentence_id,
        focus_places.place_id,
        focus_places.place_text,
        focus_places.start_offset,
        focus_places.end_offset
    from unplaced
    inner join {{ ref('int_focus_places') }} as focus_places on unplaced.article_id = focus_places.article_id
    where unplaced.stated_breadth is null
),

-- Where "the conflict" is that a toll since its beginning counts.
in_theatre as (
    select
        claims.claim_key,
        theatre_places.sentence_id,
        theatre_places.place_id,
        theatre_places.place_text,
        theatre_places.start_offset,
        theatre_places.end_offset
    from claims
    inner join {{ ref('int_theatre_places') }} as theatre_places on claims.article_id = theatre_places.article_id
    where
        claims.scope = 'cumulative'
        and claims.stated_breadth is null
        and {{ matches('claims.unit_classes', compile_pattern('<strife>', grammar())) }}
),

carried_places as (
    select
        *,
        'beside_sentence' as place_method
    from nearby

    union all

    select
        *,
        'focus_of_article' as place_method
    from focused

    union all

    select
        *,
        'theatre_of_war' as place_method
    from in_theatre
)

select * from carried_places
