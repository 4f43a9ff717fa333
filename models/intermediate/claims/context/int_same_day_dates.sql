-- Grain: one meeting that its sentence sets on a day told before ("earlier in the day", "speaking after talks"), with
-- that day: of the last sentence but a few that names one of the last days, whatever was done or said on it, else of
-- the lead.

{%- set most_sentences_back = 3 %}
{%- set most_sentences_to_lead = 3 %}
{%- set most_days_ago = 3 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
    where claim_type = 'meeting'
),

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index,
        text
    from {{ ref('stg_sentences') }}
),

dates as (
    select * from {{ ref('int_stated_dates') }}
    where
        date_precision = 'day'
        and date_earliest is not null
        and not is_period
        and not is_in_clause
        and not is_of_event
        and coalesce(kind, '') != 'shifted'
),

days as (
    select
        dates.*,
        sentences.article_id,
        sentences.sentence_index,
        min(dates.date_earliest) over (partition by dates.sentence_id)
        = max(dates.date_earliest) over (partition by dates.sentence_id) as is_only_day
    from dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
),

of_the_day as (
    select
        undated.claim_key,
        undated.article_id,
        undated.sentence_index,
        undated.published_date
    from undated
    inner join claims on undated.claim_key = claims.claim_key
    inner join sentences on claims.sentence_id = sentences.sentence_id
    where
        (
            undated.is_followed_by_speech
            or {{ matches('sentences.text', text_pattern('same_day')) }}
            or {{ matches('sentences.text', text_pattern('commenting_at_occasion')) }}
        )
        and not {{ matches('sentences.text', text_pattern('other_day')) }}
),

same_day_dates as (
    select
        of_the_day.claim_key,
        days.sentence_id,
        days.token_index,
        days.token_count,
        days.date_earliest,
        days.date_latest,
        days.date_precision
    from of_the_day
    inner join days on of_the_day.article_id = days.article_id
    where
        days.is_only_day
        and (
            of_the_day.sentence_index - days.sentence_index between 1 and {{ most_sentences_back }}
            or days.sentence_index <= least({{ most_sentences_to_lead }}, of_the_day.sentence_index - 1)
        )
        and days.date_earliest
        between {{ add_days('of_the_day.published_date', -most_days_ago) }} and of_the_day.published_date
    qualify row_number() over (
        partition by of_the_day.claim_key
        order by
            of_the_day.sentence_index - days.sentence_index <= {{ most_sentences_back }} desc,
            case
                when of_the_day.sentence_index - days.sentence_index <= {{ most_sentences_back }}
                    then -days.sentence_index
                else days.sentence_index
            end,
            days.token_index desc
    ) = 1
)

select * from same_day_dates
