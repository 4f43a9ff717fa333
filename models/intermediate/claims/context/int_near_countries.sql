-- Grain: one casualty figure of no stated place, with the country of a war that its sentences name last, or its
-- article's.

with

figures as (
    select * from {{ ref('int_unplaced_figures') }}
    where stated_breadth is null and not may_be_anywhere
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('country', 'nationality', 'nationals', 'organization')
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

countries as (
    select
        country_code,
        country
    from {{ ref('stg_places') }}
    where place_type = 'country'
),

known_wars as (
    select distinct country_code
    from {{ ref('world_conflicts') }}
),

theatre_places as (
    select * from {{ ref('int_theatre_places') }}
),

-- "A Houthi wedding was hit" and "Yemen is starving. Five thousand are dead" tell of Yemen, whatever else the article
-- tells of; Americans and Iranians are named wherever they fight.
named_countries as (
    select
        sentences.article_id,
        sentences.sentence_index,
        words.token_index,
        countries.country,
        known_wars.country_code is not null as has_war
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
    inner join countries on words.meaning = countries.country_code
    left join known_wars on countries.country_code = known_wars.country_code
),

-- An article that places nothing in any country may still be about one: "Mali's army".
shares as (
    select
        article_id,
        country,
        count(*) as mention_count
    from named_countries
    group by article_id, country
),

main_countries as (
    select
        article_id,
        country,
        mention_count >= 0.6 * sum(mention_count) over (partition by article_id) as is_main
    from shares
),

-- Where most of the places lie that an article names; American papers name their own country whatever they tell of.
placed_countries as (
    select
        article_id,
        country,
        count(*) as place_count
    from {{ ref('int_place_units') }}
    where country is not null
    group by article_id, country
),

placed_shares as (
    select
        *,
        sum(place_count) over (partition by article_id) as article_count
    from placed_countries
),

last_countries as (
    select
        figures.claim_key,
        named_countries.article_id,
        named_countries.country
    from figures
    inner join named_countries
        on
            figures.article_id = named_countries.article_id
            and named_countries.sentence_index between figures.sentence_index - 1 and figures.sentence_index
    where named_countries.has_war
    qualify row_number() over (
        partition by figures.claim_key
        order by named_countries.sentence_index desc, named_countries.token_index desc
    ) = 1
),

chosen_countries as (
    select * from last_countries

    union all

    select
        figures.claim_key,
        main_countries.article_id,
        main_countries.country
    from figures
    inner join main_countries on figures.article_id = main_countries.article_id
    left join last_countries on figures.claim_key = last_countries.claim_key
    where main_countries.is_main and figures.theatre is null and last_countries.claim_key is null

    union all

    select
        figures.claim_key,
        placed_shares.article_id,
        placed_shares.country
    from figures
    inner join placed_shares on figures.article_id = placed_shares.article_id
    left join last_countries on figures.claim_key = last_countries.claim_key
    where
        figures.theatre is not null
        and last_countries.claim_key is null
        and 2 * placed_shares.place_count > placed_shares.article_count
        and placed_shares.country != 'United States'
),

near_countries as (
    select
        chosen_countries.claim_key,
        theatre_places.sentence_id,
        theatre_places.place_id,
        theatre_places.place_text,
        theatre_places.start_offset,
        theatre_places.end_offset
    from chosen_countries
    inner join theatre_places
        on
            chosen_countries.article_id = theatre_places.article_id
            and chosen_countries.country = theatre_places.country
)

select * from near_countries
