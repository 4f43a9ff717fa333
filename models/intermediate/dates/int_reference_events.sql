-- Grain: one article that has to be dated and one event of known date that it mentions, with the span of days in which
-- the article can have been written: not before the event, and less than a year after it where the sentence says "last
-- September" of it.

{%- set last_month_name -%}
    (?:^|[^a-z])last (january|february|march|april|may|june|july|august|september|october|november|december)
{%- endset %}

{%- set events = rule_seed(ref('world_reference_events'), ['event_key']) %}

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
        lower(sentences.text) as lower_text
    from sentences
    inner join articles on sentences.article_id = articles.article_id
),

-- The keys of the events that a sentence mentions. Each pattern is a constant here: one from a column would be compiled
-- for every sentence.
found as (
    select
        *,
        concat_ws(
            ' ',
            {%- for event in events %}
                case when {{ matches('lower_text', event['phrase']) }} then '{{ event['event_key'] }}' end,
            {%- endfor %}
            null
        ) as event_keys
    from statements
),

mentions as (
    {{ unnest_with_position(
        'found', ['article_id', 'lower_text'], extract_all('event_keys', '[^ ]+'), 'event_key', 'event_number'
    ) }}
),

-- What the sentence of the event says about the time since then.
told as (
    select
        mentions.article_id,
        mentions.event_key,
        cast(known_events.date_earliest as date) as event_earliest,
        cast(known_events.date_latest as date) as event_latest,
        -- "since last September"
        max(case
            when calendar.number in (month(known_events.date_earliest), month(known_events.date_latest)) then 1
            else 0
        end) = 1 as was_within_a_year
    from mentions
    inner join known_events on mentions.event_key = known_events.event_key
    left join calendar on {{ extract_group('mentions.lower_text', last_month_name, 1) }} = calendar.name
    group by mentions.article_id, mentions.event_key, known_events.date_earliest, known_events.date_latest
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
