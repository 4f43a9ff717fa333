-- Grain: one casualty figure whose own sentence leaves open where it happened.

with

anchors as (
    select * from {{ ref('int_claim_anchors') }}
),

scopes as (
    select
        claim_key,
        scope
    from {{ ref('int_casualty_scopes') }}
),

figures as (
    select
        claim_key,
        outcome,
        coalesce(value, value_low) as value
    from {{ ref('int_casualty_figures') }}
),

sentences as (
    select
        sentence_id,
        sentence_index,
        {{ matches('text', text_pattern('countrywide')) }} as is_countrywide,
        {{ matches('text', text_pattern('beheading')) }} as is_of_beheaded
    from {{ ref('stg_sentences') }}
),

stated_places as (
    select
        claim_key,
        breadth,
        country
    from {{ ref('int_stated_places') }}
),

theatres as (
    select * from {{ ref('int_article_theatres') }}
),

homelands as (
    select * from {{ ref('int_figure_homelands') }}
),

event_references as (
    select * from {{ ref('int_event_references') }}
),

countries as (
    select
        country_code,
        country
    from {{ ref('stg_places') }}
    where place_type = 'country'
),

-- "The Afghan covert service", "a Houthi fighter".
named_countries as (
    select distinct
        words.sentence_id,
        countries.country
    from {{ ref('int_words') }} as words
    inner join countries on words.meaning = countries.country_code
    where words.word_class in ('nationality', 'nationals', 'organization', 'country')
),

named_persons as (
    select
        sentence_id,
        token_index
    from {{ ref('int_units') }}
    where unit_class = 'named_person'
),

documents as (
    select
        article_id,
        cast(published_date as date) as written_date
    from {{ ref('int_document_dates') }}
),

-- What happened a month before the article was written, or in another year, is not its story.
dates as (
    select
        dates.claim_key,
        {{ matches('lower(dates.period_text)', text_pattern('long_stretch')) }} as is_long_stretch,
        coalesce(
            dates.date_latest < {{ add_days('documents.written_date', '-30') }},
            dates.date_method in ('year', 'season', 'ago')
        ) as is_long_ago
    from {{ ref('int_claim_dates') }} as dates
    inner join anchors on dates.claim_key = anchors.claim_key
    inner join documents on anchors.article_id = documents.article_id
    where dates.date_method != 'carried_over'
),

-- One event happened somewhere in the country that its sentence names, a longer toll in all of it.
unplaced_figures as (
    select
        anchors.claim_key,
        anchors.article_id,
        sentences.sentence_index,
        scopes.scope,
        scopes.scope = 'cumulative'
        or sentences.is_countrywide
        or coalesce(dates.is_long_stretch, false)
        or (
            scopes.scope = 'period'
            and coalesce(figures.value, 0) >= case
                when figures.outcome = 'displaced' then {{ var('displaced_so_far') }} else {{ var('victims_so_far') }}
            end
        ) as is_widespread,
        stated_places.breadth as stated_breadth,
        stated_places.country as stated_country,
        theatres.country as theatre,
        coalesce(theatres.is_clear, false) as is_theatre_clear,
        named_countries.country is not null as is_theatre_named,
        homelands.homeland,
        -- Foreigners are beheaded wherever their captors hold them, as one by name may have died anywhere.
        named_persons.sentence_id is not null
        or (sentences.is_of_beheaded and scopes.scope = 'event' and homelands.homeland is null) as may_be_anywhere,
        scopes.scope = 'event' and coalesce(dates.is_long_ago, false) as is_long_ago,
        scopes.scope = 'event'
        and not coalesce(dates.is_long_ago, false)
        and named_persons.sentence_id is null as is_of_story,
        -- Whom a stretch of days killed need not have died where one of its events was.
        coalesce(event_references.is_told_before, false)
        and (scopes.scope = 'event' or event_references.event_word is not null) as is_event_told,
        coalesce(event_references.is_new, false) as is_event_new,
        -- "The attack" may be any.
        case
            when event_references.event_word not in ('attack', 'assault', 'violence', 'fighting', 'clashe')
                then event_references.event_word
        end as event_word
    from anchors
    inner join scopes on anchors.claim_key = scopes.claim_key
    inner join figures on anchors.claim_key = figures.claim_key
    inner join sentences on anchors.sentence_id = sentences.sentence_id
    left join dates on anchors.claim_key = dates.claim_key
    left join theatres on anchors.article_id = theatres.article_id
    left join named_countries
        on anchors.sentence_id = named_countries.sentence_id and theatres.country = named_countries.country
    left join named_persons
        on anchors.sentence_id = named_persons.sentence_id and anchors.anchor_index = named_persons.token_index
    left join homelands on anchors.claim_key = homelands.claim_key
    left join stated_places on anchors.claim_key = stated_places.claim_key
    left join event_references on anchors.claim_key = event_references.claim_key
    where stated_places.breadth is null or (scopes.scope = 'event' and stated_places.breadth > 2)
)

select * from unplaced_figures
