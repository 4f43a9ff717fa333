-- One row per pair of an annotated and a found meeting, with how many participants they have in common.
-- A person is the same when one name contains the other ("Shoigu", "Sergei Shoigu") or both name one entity; an
-- official known only by role, when most of the words of the role are shared.

with pairs as (
    select * from {{ ref('eval_pairs') }}
    where fact_type = 'meeting'
),

gold_participants as (
    select * from {{ ref('eval_gold_participants') }}
),

predicted_participants as (
    select * from {{ ref('eval_predicted_participants') }}
),

text_pairs as (
    select * from {{ ref('eval_text_pairs') }}
),

gold_counts as (
    select
        annotation_id,
        count(*) as participants
    from gold_participants
    group by annotation_id
),

predicted_counts as (
    select
        prediction_id,
        count(distinct participant_index) as participants
    from predicted_participants
    group by prediction_id
),

agreements as (
    select
        pairs.pair_id,
        count(distinct gold_participants.participant_index) as gold_agreeing,
        count(distinct predicted_participants.participant_index) as predicted_agreeing
    from pairs
    inner join gold_participants on pairs.annotation_id = gold_participants.annotation_id
    inner join predicted_participants on pairs.prediction_id = predicted_participants.prediction_id
    inner join text_pairs
        on
            gold_participants.expected = text_pairs.expected
            and predicted_participants.found = text_pairs.found
            and (
                (text_pairs.agrees and predicted_participants.text_kind <> 'role_text')
                or (text_pairs.is_compatible and not gold_participants.is_named)
            )
    group by pairs.pair_id
),

counted as (
    select
        pairs.pair_id,
        pairs.annotation_id,
        pairs.prediction_id,
        coalesce(gold_counts.participants, 0) as gold_participants,
        coalesce(predicted_counts.participants, 0) as predicted_participants,
        coalesce(agreements.gold_agreeing, 0) as gold_agreeing,
        coalesce(agreements.predicted_agreeing, 0) as predicted_agreeing,
        least(coalesce(agreements.gold_agreeing, 0), coalesce(agreements.predicted_agreeing, 0)) as in_common
    from pairs
    left join gold_counts on pairs.annotation_id = gold_counts.annotation_id
    left join predicted_counts on pairs.prediction_id = predicted_counts.prediction_id
    left join agreements on pairs.pair_id = agreements.pair_id
)

select * from counted
