-- One row per record or found fact and slot it fills, with all its values in one text, for people to read.

with gold_values as (
    select * from {{ ref('eval_gold_values') }}
),

predicted_values as (
    select * from {{ ref('eval_predicted_values') }}
),

gold_participants as (
    select * from {{ ref('eval_gold_participants') }}
),

predicted_participants as (
    select * from {{ ref('eval_predicted_participants') }}
),

all_values as (
    select
        annotation_id as record_id,
        slot,
        value_index,
        expected as slot_value
    from gold_values
    union all
    select
        prediction_id as record_id,
        slot,
        value_index,
        found as slot_value
    from predicted_values
    union all
    select
        annotation_id as record_id,
        'participants' as slot,
        participant_index as value_index,
        expected as slot_value
    from gold_participants
    union all
    select
        prediction_id as record_id,
        'participants' as slot,
        participant_index as value_index,
        found as slot_value
    from predicted_participants
    where text_kind = 'participant_name'
),

joined as (
    select
        {{ content_id(['record_id', 'slot']) }} as slot_text_id,
        record_id,
        slot,
        {{ dbt.listagg('slot_value', "'; '", 'order by value_index') }} as slot_text
    from all_values
    group by record_id, slot
)

select * from joined
