-- One row per annotated record or found fact, told in one line.

with slot_texts as (
    select * from {{ ref('eval_slot_texts') }}
),

slots as (
    select * from {{ ref('evaluation_slots') }}
),

positions as (
    select
        slot,
        min(slot_order) as slot_order
    from slots
    group by slot
),

described as (
    select
        slot_texts.record_id,
        {{ dbt.listagg(
            "slot_texts.slot || ': ' || slot_texts.slot_text", "' | '", 'order by positions.slot_order'
        ) }} as description
    from slot_texts
    inner join positions on slot_texts.slot = positions.slot
    group by slot_texts.record_id
)

select * from described
