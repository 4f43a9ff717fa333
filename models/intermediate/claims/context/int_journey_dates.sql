-- Grain: one meeting that its own sentence does not date, with the only day of a sentence shortly before it that tells
-- how one of those who met came to the other: "Clinton went to Jerusalem on Wednesday. She will meet the minister."

{%- set most_sentences_from_journey = 3 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
    where claim_type = 'meeting'
),

journeys as (
    select * from {{ ref('int_meeting_journeys') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

dates as (
    select
        *,
        count(*) over (partition by sentence_id) as day_count
    from {{ ref('int_stated_dates') }}
    where
        date_precision = 'day'
        and date_earliest is not null
        and not is_period
        and not is_in_clause
        and not is_of_event
),

journey_dates as (
    select
        undated.claim_key,
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision
    from undated
    inner join journeys on undated.claim_key = journeys.claim_key
    inner join dates on journeys.sentence_id = dates.sentence_id
    inner join sentences on dates.sentence_id = sentences.sentence_id
    where
        dates.day_count = 1
        and dates.kind != 'shifted'
        and undated.sentence_index - sentences.sentence_index between 1 and {{ most_sentences_from_journey }}
)

select * from journey_dates
