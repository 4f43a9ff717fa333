-- Grain: one casualty figure that its own sentence does not date, with the day on which its article says that the same
-- event happened: the day of the same figure told again, that of "Thursday's attack" for "the attack" or a headline, or
-- the only day of harm of the whole story.

{%- set last_sentence_of_lead = 8 %}
{%- set most_sentences_between = 10 %}
{#- Single victims are too many to be the same. -#}
{%- set several = 2 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
    where claim_type = 'casualty'
),

figures as (
    select
        claim_key,
        article_id,
        outcome,
        qualifier,
        coalesce(victim_group, '') as victim_group,
        coalesce(value, value_low) as size
    from {{ ref('int_casualty_figures') }}
),

event_references as (
    select * from {{ ref('int_event_references') }}
),

days_of_figures as (
    select
        *,
        min(date_earliest) over (partition by article_id) = max(date_earliest) over (partition by article_id)
            as is_only_day
    from {{ ref('int_dates_of_figures') }}
    where date_precision = 'day'
),

told_again as (
    select
        undated.claim_key,
        days.sentence_id,
        days.token_index,
        1 as preference,
        abs(days.sentence_index - undated.sentence_index) as distance
    from undated
    inner join figures on undated.claim_key = figures.claim_key
    inner join figures as dated
        on
            figures.article_id = dated.article_id
            and figures.outcome = dated.outcome
            and figures.size = dated.size
            and figures.qualifier = dated.qualifier
            and figures.victim_group = dated.victim_group
    inner join days_of_figures as days on dated.claim_key = days.claim_key
    where
        figures.size >= {{ several }}
        and figures.qualifier != 'vague'
        and days.barrier_count = 0
        and abs(days.sentence_index - undated.sentence_index) <= {{ most_sentences_between }}
),

days_of_events as (
    select * from {{ ref('int_dates_of_events') }}
),

-- "The attack" is "Thursday's attack", if the article knows but one.
named as (
    select
        undated.claim_key,
        days_of_events.sentence_id,
        days_of_events.token_index,
        2 as preference,
        days_of_events.token_index as distance
    from undated
    inner join days_of_events on undated.article_id = days_of_events.article_id
    left join event_references on undated.claim_key = event_references.claim_key
    where
        days_of_events.is_only_event
        and (
            -- A headline is about what was done lately.
            undated.sentence_index <= 1
            and undated.published_date <= {{ add_days('days_of_events.date_earliest', '7') }}
            or (
                event_references.is_told_before
                and (
                    event_references.event_word = days_of_events.event_word
                    -- "The attack" was a shooting.
                    or (
                        event_references.event_word = 'attack'
                        and days_of_events.event_word in ('shooting', 'bombing', 'blast', 'explosion', 'assault')
                    )
                )
            )
        )
),

only_day as (
    select
        undated.claim_key,
        days.sentence_id,
        days.token_index,
        3 as preference,
        days.sentence_index as distance
    from undated
    inner join figures on undated.claim_key = figures.claim_key
    inner join days_of_figures as days on undated.article_id = days.article_id
    left join event_references on undated.claim_key = event_references.claim_key
    left join {{ ref('int_casualty_parts') }} as parts on undated.claim_key = parts.claim_key
    where
        days.is_only_day
        and days.sentence_index <= least({{ last_sentence_of_lead }}, undated.sentence_index)
        and not coalesce(event_references.is_new, false)
        and undated.sentence_index <= days.sentence_index + {{ most_sentences_between }}
        -- One victim more may be anybody's.
        and (
            event_references.is_told_before
            or parts.claim_key is not null
            or coalesce(figures.size, {{ several }}) >= {{ several }}
        )
),

found as (
    select * from told_again
    union all
    select * from named
    union all
    select * from only_day
),

event_dates as (
    select
        found.claim_key,
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision
    from found
    inner join undated on found.claim_key = undated.claim_key
    inner join {{ ref('int_stated_dates') }} as dates
        on found.sentence_id = dates.sentence_id and found.token_index = dates.token_index
    where undated.published_date is null or undated.published_date >= dates.date_earliest
    qualify row_number() over (
        partition by found.claim_key
        order by found.preference, found.distance, dates.sentence_id, dates.token_index
    ) = 1
)

select * from event_dates
