-- Grain: one casualty figure that says of which country the victims are, or which country's war it is, if one is known.

with

anchors as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

words as (
    select * from {{ ref('int_words') }}
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

-- "The Syrian civil war"; "Ukrainian soldiers" may be one name of an army.
nationalities as (
    select
        belonging.sentence_id,
        belonging.token_index,
        belonging.meaning as country_code,
        wars.sentence_id is not null as is_of_war
    from words as belonging
    left join words as wars
        on
            belonging.sentence_id = wars.sentence_id
            and belonging.token_index + belonging.token_count = wars.token_index
            and wars.word_class = 'strife'
            and wars.meaning = 'war'
    where belonging.word_class in ('nationality', 'nationals', 'organization')
),

-- Palestinians are killed in Gaza, Syrians in Syria; Americans wherever they fight.
figure_homelands as (
    select
        anchors.claim_key,
        min(countries.country) as homeland
    from anchors
    inner join nationalities
        on
            anchors.sentence_id = nationalities.sentence_id
            and (
                nationalities.token_index between anchors.anchor_index and anchors.last_token
                or nationalities.is_of_war
            )
    inner join countries on nationalities.country_code = countries.country_code
    inner join known_wars on countries.country_code = known_wars.country_code
    group by anchors.claim_key
)

select * from figure_homelands
