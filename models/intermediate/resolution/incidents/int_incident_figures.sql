-- Grain: one casualty figure about an event, not a part of another figure, with what tells its incident from others.

{%- set addition = '(?:^|[^\\p{L}])(?:more|others?|another|further|additional)(?:[^\\p{L}]|\\z)' %}

with

claims as (
    select * from {{ ref('int_casualty_claims') }}
    where scope = 'event' and whole_claim_key is null
),

publication_order as (
    select * from {{ ref('int_publication_order') }}
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

sides as (
    select * from {{ ref('victim_sides') }}
),

places as (
    select
        place_id,
        place_type,
        country_code
    from {{ ref('stg_places') }}
),

victim_words as (
    {{ unnest_with_position(
        'claims', ['claim_id'], extract_all('lower(claims.victims)', '[\\p{L}\\p{M}]+'), 'word', 'word_index'
    ) }}
),

armed_victims as (
    select
        victim_words.claim_id,
        min(sides.side) as side
    from victim_words
    inner join sides on victim_words.word = sides.word
    group by victim_words.claim_id
),

-- A figure without a place, or in a whole country, is where the main figure of its article is.
main_places as (
    select
        claims.article_id,
        claims.place_id,
        places.country_code
    from claims
    inner join places on claims.place_id = places.place_id
    where claims.is_lead_figure and places.place_type not in ('country', 'region')
    qualify row_number() over (
        partition by claims.article_id
        order by claims.outcome = 'killed' desc, claims.claim_id
    ) = 1
),

-- What the words allow: "about" and "nearly" leave a fifth, as far as figures of one event are compared.
bounded as (
    select
        *,
        coalesce(value, value_low) as size,
        coalesce(value_low, case qualifier when 'up_to' then 0 else floor(value * 0.8) end, 1) as least,
        coalesce(value_high, case qualifier when 'about' then ceil(value * 1.2) end) as most
    from claims
),

incident_figures as (
    select
        bounded.claim_id,
        bounded.article_id,
        bounded.outcome,
        bounded.is_lead_figure,
        bounded.sentence_index,
        bounded.attributed_to,
        bounded.size,
        bounded.least,
        bounded.most,
        publication_order.published_date,
        publication_order.published_at,
        case
            when own_places.place_type not in ('country', 'region') then bounded.place_id
            else main_places.place_id
        end as place_id,
        coalesce(own_places.country_code, main_places.country_code) as country_code,
        case
            when armed_victims.side is not null then armed_victims.side
            when bounded.victim_group in ('unknown', 'mixed') then 'anybody'
            else bounded.victim_group
        end as victim_kind,
        bounded.victim_group in ('child', 'woman', 'journalist', 'aid_worker') as is_subset,
        {{ matches("lower(bounded.original_value || ' ' || coalesce(bounded.victims, ''))", addition) }} as is_addition,
        case
            when {{ date_difference('bounded.date_latest', 'bounded.date_earliest') }} <= 2 then 'dated'
            when
                bounded.date_earliest is null
                and bounded.is_lead_figure
                and publication_order.published_date is not null
                then 'recent'
            else 'unknown'
        end as window_kind,
        coalesce(bounded.date_earliest, {{ add_days('publication_order.published_date', -3) }}) as window_start,
        coalesce(bounded.date_latest, publication_order.published_date) as window_end
    from bounded
    inner join publication_order on bounded.article_id = publication_order.article_id
    inner join versions on bounded.article_id = versions.article_id
    left join places as own_places on bounded.place_id = own_places.place_id
    left join main_places on bounded.article_id = main_places.article_id
    left join armed_victims on bounded.claim_id = armed_victims.claim_id
)

select * from incident_figures
