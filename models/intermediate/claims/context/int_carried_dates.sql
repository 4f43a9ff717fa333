-- Grain: one claim whose own sentence gives no date, with one that another sentence lends it. A figure takes the last
-- day named, at most three sentences back, or in the lead, but none to come; a meeting that of one of the two
-- sentences before, if that tells of one. What is added to a figure takes its date; the dates of later sentences are
-- the last resort.

{%- set speech = compile_pattern('<before_day_of_speech>', grammar()) ~ '\\z' %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
),

lent_dates as (
    select * from {{ ref('int_lent_dates') }}
),

days as (
    select * from {{ ref('int_date_values') }}
    where not is_period and date_earliest is not null and date_precision = 'day'
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

occasion_sentences as (
    select distinct sentence_id from {{ ref('int_units') }}
    where unit_class in ('met', 'meeting', 'summit', 'visited', 'hosted', 'talks', 'call')
),

days_before as (
    select
        undated.claim_key,
        days.sentence_id,
        days.token_index,
        days.token_count,
        days.date_earliest,
        days.date_latest,
        days.date_precision
    from undated
    inner join sentences
        on
            undated.article_id = sentences.article_id
            and (
                sentences.sentence_index between undated.sentence_index - 3 and undated.sentence_index - 1
                or sentences.sentence_index <= least(2, undated.sentence_index)
            )
    inner join days on sentences.sentence_id = days.sentence_id
    inner join sentence_units on sentences.sentence_id = sentence_units.sentence_id
    left join occasion_sentences on sentences.sentence_id = occasion_sentences.sentence_id
    where
        (
            undated.claim_type = 'casualty'
            and (undated.published_date is null or undated.published_date >= days.date_earliest)
        )
        or (
            undated.claim_type = 'meeting'
            and sentences.sentence_index between undated.sentence_index - 2 and undated.sentence_index - 1
            and occasion_sentences.sentence_id is not null
            and not {{ matches('substring(sentence_units.unit_classes, 1, days.token_index - 1)', speech) }}
        )
    qualify row_number() over (
        partition by undated.claim_key
        order by sentences.sentence_index desc, days.token_index desc
    ) = 1
),

preferred as (
    select
        *,
        case when is_from_before then 1 else 3 end as preference
    from lent_dates

    union all

    select
        *,
        true as is_from_before,
        2 as preference
    from days_before
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
