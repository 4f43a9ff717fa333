-- One row per gold file and kind of fact: how much was found of what is there (recall), and how much of what was found
-- is there (precision). Optional records, and found facts that match one, count neither way.

with verdicts as (
    select * from {{ ref('eval_verdicts') }}
),

counted as (
    select
        gold_file,
        fact_type,
        count(case when verdict in ('found', 'missed') then 1 end) as gold,
        count(case when verdict in ('found', 'extra') then 1 end) as predicted,
        count(case when verdict = 'found' then 1 end) as found,
        count(case when verdict = 'missed' then 1 end) as missed,
        count(case when verdict = 'extra' then 1 end) as extra
    from verdicts
    group by gold_file, fact_type
),

measured as (
    select
        {{ content_id(['gold_file', 'fact_type']) }} as summary_id,
        gold_file,
        fact_type,
        gold,
        predicted,
        found,
        missed,
        extra,
        cast(found as double) / nullif(predicted, 0) as precision,  -- noqa: RF04
        cast(found as double) / nullif(gold, 0) as recall,
        cast(2 * found as double) / nullif(gold + predicted, 0) as f1
    from counted
)

select * from measured
