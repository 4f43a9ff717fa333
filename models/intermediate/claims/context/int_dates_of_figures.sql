-- Grain: one date in the sentence of a casualty figure that it can be the date of, neither a stretch of time nor the
-- day on which somebody spoke.

with

candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

dates_of_figures as (
    select
        candidates.claim_key,
        sentences.article_id,
        sentences.sentence_index,
        candidates.sentence_id,
        candidates.token_index,
        candidates.token_count,
        candidates.date_earliest,
        candidates.date_latest,
        candidates.date_precision,
        candidates.barrier_count,
        candidates.token_distance
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    where
        candidates.claim_type = 'casualty'
        and candidates.date_earliest is not null
        and candidates.date_precision != 'range'
        and not candidates.is_period
        and not candidates.is_date_of_speech
)

select * from dates_of_figures
