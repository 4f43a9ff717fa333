-- Grain: one meeting and a sentence whose day it may take over: one that names one of those who met ("Shoigu arrived on
-- Friday. He met Assad"), or that is known to tell of its day ("earlier in the day").

with

participants as (
    select * from {{ ref('int_meeting_participants') }}
),

persons as (
    select * from {{ ref('int_meeting_persons') }}
),

same_day_dates as (
    select * from {{ ref('int_same_day_dates') }}
),

neighbouring_dates as (
    select * from {{ ref('int_neighbouring_dates') }}
),

meeting_day_sentences as (
    select
        participants.claim_key,
        persons.sentence_id
    from participants
    inner join persons
        on
            participants.article_id = persons.article_id
            and participants.participant_key = 'person:' || persons.person_key

    union

    select
        claim_key,
        sentence_id
    from same_day_dates

    union

    select
        claim_key,
        sentence_id
    from neighbouring_dates
)

select * from meeting_day_sentences
