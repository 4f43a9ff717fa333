-- One row per annotated record and the found fact that it was matched with, one to one.
-- Greedy: of all candidate pairs the one whose turn comes first is taken, its two sides are no longer free, and so on.
-- A pair that comes first for both its sides is taken whatever happens elsewhere, so each round takes all of those.

with recursive candidates as (
    select * from {{ ref('eval_candidates') }}
),

rounds as (
    select
        pair_id,
        annotation_id,
        prediction_id,
        match_order,
        match_order = min(match_order) over (partition by annotation_id)
        and match_order = min(match_order) over (partition by prediction_id) as is_taken
    from candidates
    union all
    select
        pair_id,
        annotation_id,
        prediction_id,
        match_order,
        match_order = min(match_order) over (partition by annotation_id)
        and match_order = min(match_order) over (partition by prediction_id) as is_taken
    from (
        select
            pair_id,
            annotation_id,
            prediction_id,
            match_order,
            max(case when is_taken then 1 else 0 end) over (partition by annotation_id) as is_record_taken,
            max(case when is_taken then 1 else 0 end) over (partition by prediction_id) as is_prediction_taken
        from rounds
    ) as still_free
    where is_record_taken = 0 and is_prediction_taken = 0
),

matched as (
    select
        candidates.pair_id,
        candidates.annotation_id,
        candidates.prediction_id,
        candidates.fact_type,
        candidates.match_kind
    from rounds
    inner join candidates on rounds.pair_id = candidates.pair_id
    where rounds.is_taken
)

select * from matched
