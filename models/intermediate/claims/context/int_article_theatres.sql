-- Grain: one article that places something in a country: the country that it places most in, where people come to harm.

with

places as (
    select * from {{ ref('int_place_units') }}
    where country is not null and is_location and not is_speaker
),

wars as (
    select distinct country_code
    from {{ ref('world_conflicts') }}
),

-- Where a war is known to be fought, rather than where its parties are at home.
countries as (
    select
        places.article_id,
        places.country,
        sum(
            case when places.is_amid_violence then 3 else 1 end
            * case when wars.country_code is not null then 2 else 1 end
        ) as weight,
        min(places.sentence_index) as first_sentence_index,
        min(places.token_index) as first_token_index
    from places
    left join wars on places.country_code = wars.country_code
    group by places.article_id, places.country
),

shares as (
    select
        *,
        weight / sum(weight) over (partition by article_id) as weight_share
    from countries
),

article_theatres as (
    select
        article_id,
        country,
        weight_share >= 0.6 as is_clear
    from shares
    qualify row_number() over (
        partition by article_id
        order by weight desc, first_sentence_index asc, first_token_index asc, country asc
    ) = 1
)

select * from article_theatres
