-- One row per gold file, kind of fact and rule that fired in its articles: how often, and how often rightly.

with predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

verdicts as (
    select * from {{ ref('eval_verdicts') }}
    where prediction_id is not null
),

counted as (
    select
        predictions.gold_file,
        predictions.fact_type,
        predictions.rule_id,
        count(*) as fired,
        count(case when verdicts.verdict = 'found' then 1 end) as right_count,
        count(case when verdicts.verdict = 'extra' then 1 end) as extra
    from predictions
    inner join verdicts on predictions.prediction_id = verdicts.prediction_id
    group by predictions.gold_file, predictions.fact_type, predictions.rule_id
),

measured as (
    select
        {{ content_id(['gold_file', 'fact_type', 'rule_id']) }} as rule_measure_id,
        gold_file,
        fact_type,
        rule_id,
        fired,
        right_count as "right",
        extra,
        cast(right_count as double) / nullif(right_count + extra, 0) as precision  -- noqa: RF04
    from counted
)

select * from measured
