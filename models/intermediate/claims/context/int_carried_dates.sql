-- Grain: one claim whose own sentence gives no date, with one that another sentence lends it. A figure takes the last
-- day on which there was harm, at most three sentences back, or in the lead, but none to come; a meeting the one that
-- a sentence beside it gives, the day that it is said to go on, that on which one who met came, or that of one of
-- the two sentences before, or of the lead, if that tells of one. What is added to a figure takes its date; the dates
-- of later sentences are the last resort.

{#- Farther on, a story of several days has most often moved on from what its lead tells of. -#}
{%- set most_sentences_from_lead = 10 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
),

lent_dates as (
    select * from {{ ref('int_lent_dates') }}
),

neighbouring_dates as (
    select * from {{ ref('int_neighbouring_dates') }}
),

same_day_dates as (
    select * from {{ ref('int_same_day_dates') }}
),

journey_dates as (
    select * from {{ ref('int_journey_dates') }}
),

event_dates as (
    select * from {{ ref('int_event_dates') }}
),

-- What is told in passing is of another day, unless the article knows but one or is about "the attack".
event_references as (
    select * from {{ ref('int_event_references') }}
),

lending_dates as (
    select * from {{ ref('int_lending_dates') }}
),

days_before as (
    select
        undated.claim_key,
        lending_dates.sentence_id,
        lending_dates.token_index,
        lending_dates.token_count,
        lending_dates.date_earliest,
        lending_dates.date_latest,
        lending_dates.date_precision
    from undated
    inner join lending_dates
        on
            undated.article_id = lending_dates.article_id
            and (
                lending_dates.sentence_index between undated.sentence_index - 3 and undated.sentence_index - 1
                or lending_dates.sentence_index
                <= least(case undated.claim_type when 'meeting' then 3 else 2 end, undated.sentence_index)
            )
    left join event_references on undated.claim_key = event_references.claim_key
    where
        (
            undated.claim_type = 'casualty'
            and lending_dates.is_of_harm
            and (
                not undated.is_in_passing
                or lending_dates.is_only_day
                or coalesce(event_references.is_told_before, false)
            )
            and (lending_dates.date_precision = 'day' or lending_dates.sentence_index >= undated.sentence_index - 2)
            and (
                lending_dates.is_only_day
                or lending_dates.sentence_index >= undated.sentence_index - {{ most_sentences_from_lead }}
            )
            and (undated.published_date is null or undated.published_date >= lending_dates.date_earliest)
        )
        or (
            undated.claim_type = 'meeting'
            and lending_dates.is_of_occasion
            and lending_dates.date_precision = 'day'
            and (
                lending_dates.sentence_index between undated.sentence_index - 2 and undated.sentence_index - 1
                or lending_dates.sentence_index <= least(3, undated.sentence_index - 1)
            )
        )
    qualify row_number() over (
        partition by undated.claim_key
        order by lending_dates.sentence_index desc, lending_dates.token_index desc
    ) = 1
),

preferred as (
    select
        *,
        case when is_from_before then 1 else 6 end as preference
    from lent_dates

    union all

    select
        *,
        true as is_from_before,
        2 as preference
    from neighbouring_dates

    union all

    select
        *,
        true as is_from_before,
        3 as preference
    from same_day_dates

    union all

    select
        *,
        true as is_from_before,
        4 as preference
    from journey_dates

    union all

    select
        *,
        true as is_from_before,
        5 as preference
    from days_before

    union all

    select
        *,
        true as is_from_before,
        7 as preference
    from event_dates
),

carried_dates as (
    select
        claim_key,
        sentence_id,
        token_index,
        token_count,
        date_earliest,
        date_latest,
        date_precision
    from preferred
    qualify row_number() over (
        partition by claim_key
        order by preference
    ) = 1
)

select * from carried_dates
