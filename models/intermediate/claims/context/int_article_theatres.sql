-- Grain: one article that places something in a country: the country that it places most in.

with

places as (
    select * from {{ ref('int_place_units') }}
    where country is not null and is_location and not is_speaker
),

countries as (
    select
        article_id,
        country,
        count(*) as mention_count,
        min(sentence_index) as first_sentence_index,
        min(token_index) as first_token_index
    from places
    group by article_id, country
),

article_theatres as (
    select
        article_id,
        country
    from countries
    qualify row_number() over (
        partition by article_id
        order by mention_count desc, first_sentence_index asc, first_token_index asc, country asc
    ) = 1
)

select * from article_theatres
