-- Grain: one claim that its own sentence does not date, and the date of another claim or of a speech that it can take.

with

undated as (
    select * from {{ ref('int_undated_claims') }}
),

dates_of_figures as (
    select * from {{ ref('int_dates_of_figures') }}
),

stated_dates as (
    select * from {{ ref('int_stated_dates') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

-- "Last week 53 were killed. Another 73 were injured." The headline and the first sentence are about what the first
-- figure with a day is about.
lent_by_figures as (
    select
        undated.claim_key,
        dates_of_figures.sentence_id,
        dates_of_figures.token_index,
        dates_of_figures.token_count,
        dates_of_figures.date_earliest,
        dates_of_figures.date_latest,
        dates_of_figures.date_precision,
        undated.sentence_index > dates_of_figures.sentence_index as is_from_before
    from undated
    inner join dates_of_figures
        on
            undated.article_id = dates_of_figures.article_id
            and (
                (undated.is_addition and undated.sentence_index - 1 = dates_of_figures.sentence_index)
                or (
                    undated.sentence_index <= 1
                    and dates_of_figures.sentence_index between undated.sentence_index + 1 and 3
                    and dates_of_figures.date_precision = 'day'
                )
            )
    where
        undated.claim_type = 'casualty'
        and (undated.published_date is null or undated.published_date >= dates_of_figures.date_earliest)
    qualify row_number() over (
        partition by undated.claim_key
        order by dates_of_figures.sentence_index, dates_of_figures.token_index
    ) = 1
),

-- "He said on Thursday ... He was speaking after talks with."
lent_by_speech as (
    select
        undated.claim_key,
        stated_dates.sentence_id,
        stated_dates.token_index,
        stated_dates.token_count,
        stated_dates.date_earliest,
        stated_dates.date_latest,
        stated_dates.date_precision,
        true as is_from_before
    from undated
    inner join sentences
        on
            undated.article_id = sentences.article_id
            and sentences.sentence_index between undated.sentence_index - 2 and undated.sentence_index - 1
    inner join stated_dates on sentences.sentence_id = stated_dates.sentence_id
    where
        undated.is_followed_by_speech
        and stated_dates.is_date_of_speech
        and stated_dates.date_precision = 'day'
    qualify row_number() over (
        partition by undated.claim_key
        order by sentences.sentence_index desc, stated_dates.token_index desc
    ) = 1
),

lent_dates as (
    select * from lent_by_figures
    union all
    select * from lent_by_speech
)

select * from lent_dates
