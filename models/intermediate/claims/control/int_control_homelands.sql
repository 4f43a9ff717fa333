-- Grain: one statement of control by somebody who belongs to the country that the article is about.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('person', 'organization', 'nationality', 'country') and meaning is not null
),

theatres as (
    select * from {{ ref('int_article_theatres') }}
),

countries as (
    select * from {{ ref('stg_places') }}
    where place_type = 'country'
),

homelands as (
    select distinct
        matches.sentence_id,
        matches.token_index,
        countries.place_id
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and words.token_index between matches.actor_index and matches.actor_index + matches.actor_count - 1
    inner join theatres on words.article_id = theatres.article_id
    inner join countries on words.meaning = countries.country_code and theatres.country = countries.name
)

select * from homelands
