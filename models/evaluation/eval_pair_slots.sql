-- One row per pair and slot of its kind of fact: what was annotated, what was found, and whether that is right.
-- Of several values (a figure credited to two people) one that agrees is enough; nothing is right where nothing was
-- annotated.

with pairs as (
    select * from {{ ref('eval_pairs') }}
),

slots as (
    select * from {{ ref('evaluation_slots') }}
),

gold_values as (
    select * from {{ ref('eval_gold_values') }}
),

predicted_values as (
    select * from {{ ref('eval_predicted_values') }}
),

text_pairs as (
    select * from {{ ref('eval_text_pairs') }}
),

participants as (
    select * from {{ ref('eval_pair_participants') }}
),

slot_texts as (
    select * from {{ ref('eval_slot_texts') }}
),

pair_slots as (
    select
        pairs.pair_id,
        pairs.annotation_id,
        pairs.prediction_id,
        slots.fact_type,
        slots.slot,
        slots.comparison,
        slots.when_absent,
        slots.measured_on
    from pairs
    inner join slots on pairs.fact_type = slots.fact_type
),

compared as (
    select
        pair_slots.pair_id,
        pair_slots.slot,
        case pair_slots.comparison
            when 'same' then gold_values.expected = predicted_values.found
            when 'number'
                then abs(
                    try_cast(gold_values.expected as double)
                    - try_cast(predicted_values.found as double)
                ) < 0.005
            -- as exact as the annotation is: '2016-05' agrees with any day of that month
            when 'date' then left(predicted_values.found, length(gold_values.expected)) = gold_values.expected
            when 'text' then text_pairs.agrees
            when 'source' then text_pairs.agrees and not text_pairs.is_unresolved_description
        end as is_agreeing,
        text_pairs.is_compatible
    from pair_slots
    inner join gold_values
        on pair_slots.annotation_id = gold_values.annotation_id and pair_slots.slot = gold_values.slot
    inner join predicted_values
        on pair_slots.prediction_id = predicted_values.prediction_id and pair_slots.slot = predicted_values.slot
    inner join text_pairs
        on gold_values.expected = text_pairs.expected and predicted_values.found = text_pairs.found
    union all
    select
        pair_id,
        'participants' as slot,
        gold_agreeing = gold_participants and predicted_agreeing = predicted_participants as is_agreeing,
        in_common > 0 as is_compatible
    from participants
),

agreements as (
    select
        pair_id,
        slot,
        max(case when is_agreeing then 1 else 0 end) = 1 as is_agreeing,
        max(case when is_compatible then 1 else 0 end) = 1 as is_compatible
    from compared
    group by pair_id, slot
),

judged as (
    select
        {{ content_id(['pair_slots.pair_id', 'pair_slots.slot']) }} as pair_slot_id,
        pair_slots.pair_id,
        pair_slots.annotation_id,
        pair_slots.prediction_id,
        pair_slots.fact_type,
        pair_slots.slot,
        pair_slots.when_absent,
        pair_slots.measured_on,
        gold_texts.slot_text as expected,
        predicted_texts.slot_text as found,
        gold_texts.slot_text is null and predicted_texts.slot_text is null as is_absent_on_both_sides,
        coalesce(
            agreements.is_agreeing, gold_texts.slot_text is null and predicted_texts.slot_text is null
        ) as is_right,
        coalesce(agreements.is_compatible, gold_texts.slot_text is null) as is_compatible
    from pair_slots
    left join slot_texts as gold_texts
        on pair_slots.annotation_id = gold_texts.record_id and pair_slots.slot = gold_texts.slot
    left join slot_texts as predicted_texts
        on pair_slots.prediction_id = predicted_texts.record_id and pair_slots.slot = predicted_texts.slot
    left join agreements on pair_slots.pair_id = agreements.pair_id and pair_slots.slot = agreements.slot
)

select * from judged
