-- One row per gold file, kind of fact and slot: how often the slot is right on matched rows.

with measured_slots as (
    select * from {{ ref('eval_measured_slots') }}
),

counted as (
    select
        {{ content_id(['gold_file', 'fact_type', 'slot']) }} as slot_measure_id,
        gold_file,
        fact_type,
        slot,
        count(*) as compared,
        sum(case when is_right then 1 else 0 end) as right_count
    from measured_slots
    group by gold_file, fact_type, slot
),

measured as (
    select
        slot_measure_id,
        gold_file,
        fact_type,
        slot,
        compared,
        right_count as "right",
        cast(right_count as double) / compared as accuracy
    from counted
)

select * from measured
