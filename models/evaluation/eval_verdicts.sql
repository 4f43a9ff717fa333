-- One row per annotated record, with the found fact that it matches, and one per found fact that matches none: found,
-- missed, optional (which counts neither way, found or not) or extra.

with records as (
    select * from {{ ref('eval_gold_records') }}
),

predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

matches as (
    select * from {{ ref('eval_matches') }}
),

found_matches as (
    select * from matches
    where match_kind = 'found'
),

record_verdicts as (
    select
        records.gold_file,
        records.external_id,
        records.fact_type,
        records.annotation_id,
        found_matches.prediction_id,
        case
            when records.is_optional then 'optional'
            when found_matches.pair_id is not null then 'found'
            else 'missed'
        end as verdict
    from records
    left join found_matches on records.annotation_id = found_matches.annotation_id
),

extra_verdicts as (
    select
        predictions.gold_file,
        predictions.external_id,
        predictions.fact_type,
        cast(null as {{ dbt.type_string() }}) as annotation_id,
        predictions.prediction_id,
        'extra' as verdict
    from predictions
    left join found_matches on predictions.prediction_id = found_matches.prediction_id
    where found_matches.pair_id is null
),

verdicts as (
    select * from record_verdicts
    union all
    select * from extra_verdicts
),

identified as (
    select
        {{ content_id(["verdicts.annotation_id", "verdicts.prediction_id"]) }} as verdict_id,
        verdicts.gold_file,
        verdicts.external_id,
        verdicts.fact_type,
        verdicts.verdict,
        verdicts.annotation_id,
        verdicts.prediction_id,
        predictions.rule_id
    from verdicts
    left join predictions on verdicts.prediction_id = predictions.prediction_id
)

select * from identified
