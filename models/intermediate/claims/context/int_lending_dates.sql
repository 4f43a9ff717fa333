-- Grain: one date that the claims of other sentences can take: a day, or the month or the year that a sentence opens
-- with, in a sentence that tells of harm or of an occasion; not the day on which somebody spoke. Where the whole
-- article names but one day of harm, it is all about that day.

{%- set day_of_harm = "case when is_of_harm and date_precision = 'day' then date_earliest end" %}

with

dates as (
    select * from {{ ref('int_stated_dates') }}
    where
        not is_period
        and not is_in_clause
        and not is_date_of_speech
        and date_earliest is not null
        and (date_precision = 'day' or date_precision in ('month', 'year') and token_index = 1)
),

dated_sentences as (
    select distinct sentence_id from dates
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

told as (
    select
        words.sentence_id,
        bool_or(
            words.word_class in (
                'attack', 'harmed', 'harming', 'harm', 'died', 'dead', 'deaths', 'lives', 'strife', 'captured',
                'regained', 'took_out', 'siege', 'besieges', 'drove', 'disaster'
            )
            or words.word_class in ('word', 'reached')
            and {{ matches('lower(words.token)', text_pattern('sign_of_harm')) }}
        ) as is_of_harm,
        bool_or(words.word_class in (
            'met', 'meeting', 'summit', 'visited', 'hosted', 'talks', 'call', 'video', 'spoke', 'phoned', 'discussed'
        )) as is_of_occasion
    from {{ ref('int_words') }} as words
    inner join dated_sentences on words.sentence_id = dated_sentences.sentence_id
    group by words.sentence_id
),

-- "Clashes continued on Monday for the fourth day": what is told next was not on that day alone.
going_on as (
    select
        words.sentence_id,
        words.token_index + 1 as date_index
    from {{ ref('int_words') }} as words
    inner join dated_sentences on words.sentence_id = dated_sentences.sentence_id
    where words.word_class = 'word' and {{ matches('lower(words.token)', text_pattern('going_on')) }}
),

told_dates as (
    select
        dates.sentence_id,
        sentences.article_id,
        sentences.sentence_index,
        dates.token_index,
        dates.token_count,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision,
        -- "Less than a week after they signed": not the day of what the sentence is about.
        (coalesce(dates.kind, '') = 'shifted' and not dates.is_at_end)
        or going_on.sentence_id is not null as is_of_other_clause,
        told.is_of_harm,
        told.is_of_occasion
    from dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
    inner join told on dates.sentence_id = told.sentence_id
    left join going_on on dates.sentence_id = going_on.sentence_id and dates.token_index = going_on.date_index
    where told.is_of_harm or told.is_of_occasion
),

days as (
    select
        *,
        min({{ day_of_harm }}) over (partition by article_id)
        = max({{ day_of_harm }}) over (partition by article_id) as is_only_day
    from told_dates
),

lending_dates as (
    select
        sentence_id,
        article_id,
        sentence_index,
        token_index,
        token_count,
        date_earliest,
        date_latest,
        date_precision,
        is_of_harm,
        is_of_occasion,
        is_only_day
    from days
    where not is_of_other_clause
)

select * from lending_dates
