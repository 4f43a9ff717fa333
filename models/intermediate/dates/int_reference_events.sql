-- Grain: one article that has to be dated and one event of known date that it mentions, with the span of days in which
-- the article can have been written: not before the event, and less than a year after it where the sentence says "last
-- September" of it.

{%- set last_month_name -%}
    (?:^|[^a-z])last (january|february|march|april|may|june|july|august|september|october|november|december)
{%- endset %}

with

articles as (
    select article_id from {{ ref('int_articles_to_date') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
    where can_hold_facts
),

known_events as (
    select * from {{ ref('world_reference_events') }}
),

calendar as (
    select * from {{ ref('calendar') }}
    where kind = 'month'
),

statements as (
    select
        sentences.article_id,
        sentences.sentence_id,
        lower(sentences.text) as lower_text
    from sentences
    inner join articles on sentences.article_id = articles.article_id
),

texts as (
    select
        article_id,
        {{ dbt.listagg('lower_text', "' '") }} as lower_text
    from statements
    group by article_id
),

-- Few articles come here, so that a pattern from a column may be compiled for each.
mentioned as (
    select
        texts.article_id,
        known_events.event_key,
        known_events.phrase,
        cast(known_events.date_earliest as date) as event_earliest,
        cast(known_events.date_latest as date) as event_latest
    from texts
    inner join known_events
        on regexp_matches(texts.lower_text, known_events.phrase)
),

-- What the sentence of the event says about the time since then.
told as (
    select
        mentioned.article_id,
        mentioned.event_key,
        mentioned.event_earliest,
        mentioned.event_latest,
        -- "since last September"
        max(case
            when calendar.number in (month(mentioned.event_earliest), month(mentioned.event_latest)) then 1
            else 0
        end) = 1 as was_within_a_year
    from mentioned
    inner join statements
        on
            mentioned.article_id = statements.article_id
            and regexp_matches(statements.lower_text, mentioned.phrase)
    left join calendar on regexp_extract(statements.lower_text, {{ pattern(last_month_name) }}, 1) = calendar.name
    group by mentioned.article_id, mentioned.event_key, mentioned.event_earliest, mentioned.event_latest
),

reference_events as (
    select
        article_id,
        event_key,
        event_earliest as earliest_date,
        case when was_within_a_year then {{ add_months('event_latest', '12') }} end as latest_date
    from told
)

select * from reference_events
