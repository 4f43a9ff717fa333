-- Grain: one claim whose own sentence gives no date, with a day that was named before it. A figure takes the last day
-- named, at most three sentences back, or in the lead; a meeting that of the sentence before, if that tells of one.

{%- set speech = compile_pattern('<before_day_of_speech>', grammar()) ~ '\\z' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
),

dates as (
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

dated as (
    select distinct claim_key from candidates
    where claim_type = 'meeting' or not is_date_of_speech
),

undated as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.article_id,
        sentences.sentence_index
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    left join dated on claims.claim_key = dated.claim_key
    where claims.claim_type in ('casualty', 'meeting') and dated.claim_key is null
),

carried_dates as (
    select
        undated.claim_key,
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision
    from undated
    inner join sentences
        on
            undated.article_id = sentences.article_id
            and (
                sentences.sentence_index between undated.sentence_index - 3 and undated.sentence_index - 1
                or sentences.sentence_index <= least(2, undated.sentence_index)
            )
    inner join dates on sentences.sentence_id = dates.sentence_id
    inner join sentence_units on sentences.sentence_id = sentence_units.sentence_id
    left join occasion_sentences on sentences.sentence_id = occasion_sentences.sentence_id
    where
        undated.claim_type = 'casualty'
        or (
            sentences.sentence_index = undated.sentence_index - 1
            and occasion_sentences.sentence_id is not null
            and not {{ matches('substring(sentence_units.unit_classes, 1, dates.token_index - 1)', speech) }}
        )
    qualify row_number() over (
        partition by undated.claim_key
        order by sentences.sentence_index desc, dates.token_index desc
    ) = 1
)

select * from carried_dates
