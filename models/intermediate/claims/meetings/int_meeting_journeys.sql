-- Grain: one word of meeting in person that states no place, with the place in the country of one of those who met to
-- which another of them is said to have gone: in the same sentence, in one of those before it, or in the lead.

{#- "Said after meeting Bassil that she expected him to return to Lebanon": who is spoken of. -#}
{%- set what_is_said = compile_pattern('<that|said>', grammar()) %}
{%- set most_sentences_back = 4 %}
{%- set most_sentences_to_lead = 3 %}
{#- What is told of other weeks was not on this journey. -#}
{%- set most_days_from_story = 10 %}
{%- set most_days_ahead = 60 %}

with

mentions as (
    select distinct
        claim_key,
        article_id,
        sentence_id,
        token_index,
        sentence_index
    from {{ ref('int_meeting_mentions') }}
    where coalesce(mode, 'in_person') = 'in_person' and place_index is null
),

date_candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
    where date_earliest is not null and barrier_count = 0 and not is_date_of_speech
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

homes as (
    select * from {{ ref('int_meeting_homes') }}
),

persons as (
    select * from {{ ref('int_meeting_persons') }}
),

place_units as (
    select * from {{ ref('int_place_units') }}
    where (breadth <= 2 or is_country) and not is_beside and not is_speaker and not is_owner
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

of_other_times as (
    select mentions.claim_key
    from mentions
    inner join date_candidates on mentions.claim_key = date_candidates.claim_key
    inner join document_dates on mentions.article_id = document_dates.article_id
    group by mentions.claim_key
    having
        bool_and(
            date_candidates.date_latest
            < {{ add_days('document_dates.published_date_earliest', -most_days_from_story) }}
            or date_candidates.date_earliest > {{ add_days('document_dates.published_date_latest', most_days_ahead) }}
        )
),

of_the_story as (
    select mentions.*
    from mentions
    left join of_other_times on mentions.claim_key = of_other_times.claim_key
    where of_other_times.claim_key is null
),

journeys as (
    select place_units.*
    from place_units
    inner join sentences on place_units.sentence_id = sentences.sentence_id
    where
        {{ matches(
            words_between('sentences.start_offset', 'place_units.start_offset'),
            text_pattern('at_journeys_end')
        ) }}
),

-- Who travels comes from elsewhere, and need not be named again in the sentence itself.
travellers as (
    select distinct
        homes.claim_key,
        coalesce(homes.country_code, '') as country_code,
        persons.sentence_id
    from homes
    inner join of_the_story on homes.claim_key = of_the_story.claim_key
    left join persons
        on of_the_story.article_id = persons.article_id and homes.person_key = persons.person_key
),

meeting_journeys as (
    select
        of_the_story.claim_key,
        journeys.sentence_id,
        journeys.place_id,
        journeys.place_text,
        journeys.start_offset,
        journeys.end_offset
    from of_the_story
    inner join journeys on of_the_story.article_id = journeys.article_id
    inner join homes
        on of_the_story.claim_key = homes.claim_key and journeys.country_code = homes.country_code
    inner join travellers
        on
            of_the_story.claim_key = travellers.claim_key
            and journeys.country_code != travellers.country_code
            and (
                of_the_story.sentence_id = journeys.sentence_id
                or journeys.sentence_id = travellers.sentence_id
                and (
                    journeys.sentence_index
                    between of_the_story.sentence_index - {{ most_sentences_back }} and of_the_story.sentence_index - 1
                    or journeys.sentence_index
                    <= least({{ most_sentences_to_lead }}, of_the_story.sentence_index - 1)
                )
            )
    inner join sentence_units on of_the_story.sentence_id = sentence_units.sentence_id
    where
        -- A tour of many capitals does not say in which it was.
        (homes.state_count <= 2 or journeys.sentence_id = of_the_story.sentence_id)
        and not (
            journeys.sentence_id = of_the_story.sentence_id
            and journeys.token_index > of_the_story.token_index
            and {{ matches(
                'substring(sentence_units.unit_classes, of_the_story.token_index, '
                ~ 'journeys.token_index - of_the_story.token_index)', what_is_said
            ) }}
        )
    qualify row_number() over (
        partition by of_the_story.claim_key
        order by
            journeys.sentence_index desc,
            journeys.breadth asc,
            abs(journeys.token_index - of_the_story.token_index) asc,
            journeys.token_index asc
    ) = 1
)

select * from meeting_journeys
