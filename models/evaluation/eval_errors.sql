-- One row per miss, extra, and wrong slot of a matched record, with the words of the article: the list to work from.
-- A miss or an extra that is nearly right names its counterpart on the other side.

with verdicts as (
    select * from {{ ref('eval_verdicts') }}
),

measured_slots as (
    select * from {{ ref('eval_measured_slots') }}
    where not is_right
),

near_matches as (
    select * from {{ ref('eval_matches') }}
    where match_kind = 'near'
),

found_matches as (
    select * from {{ ref('eval_matches') }}
    where match_kind = 'found'
),

records as (
    select * from {{ ref('eval_gold_records') }}
),

predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

descriptions as (
    select * from {{ ref('eval_descriptions') }}
),

counterparts as (
    select
        verdicts.verdict_id,
        coalesce(verdicts.annotation_id, near_to_prediction.annotation_id) as annotation_id,
        coalesce(verdicts.prediction_id, near_to_record.prediction_id) as prediction_id
    from verdicts
    left join near_matches as near_to_record on verdicts.annotation_id = near_to_record.annotation_id
    left join near_matches as near_to_prediction on verdicts.prediction_id = near_to_prediction.prediction_id
    where verdicts.verdict in ('missed', 'extra')
),

errors as (
    select
        case verdicts.verdict when 'missed' then 'miss' else 'extra' end as kind,
        verdicts.gold_file,
        verdicts.external_id,
        verdicts.fact_type,
        cast(null as {{ dbt.type_string() }}) as slot,
        counterparts.annotation_id,
        counterparts.prediction_id,
        expected.description as expected,
        found.description as found
    from verdicts
    inner join counterparts on verdicts.verdict_id = counterparts.verdict_id
    left join descriptions as expected on counterparts.annotation_id = expected.record_id
    left join descriptions as found on counterparts.prediction_id = found.record_id
    union all
    select
        'wrong_slot' as kind,
        measured_slots.gold_file,
        measured_slots.external_id,
        measured_slots.fact_type,
        measured_slots.slot,
        measured_slots.annotation_id,
        measured_slots.prediction_id,
        measured_slots.expected,
        measured_slots.found
    from measured_slots
    inner join found_matches on measured_slots.pair_id = found_matches.pair_id
),

worded as (
    select
        {{ content_id(['errors.kind', 'errors.slot', 'errors.annotation_id', 'errors.prediction_id']) }} as error_id,
        errors.kind,
        errors.gold_file,
        errors.fact_type,
        errors.external_id as article,
        errors.slot,
        case errors.kind when 'extra' then predictions.exact else records.evidence end as evidence,
        errors.expected,
        errors.found,
        predictions.rule_id
    from errors
    left join records on errors.annotation_id = records.annotation_id
    left join predictions on errors.prediction_id = predictions.prediction_id
)

select * from worded
