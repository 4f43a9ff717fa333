-- One row per value that a record states for a slot; no row where it states none. A list, such as the people a figure
-- is credited to, gives one row per element.

with records as (
    select * from {{ ref('eval_gold_records') }}
),

slots as (
    select * from {{ ref('evaluation_slots') }}
    where comparison <> 'participants'
),

fields as (
    select
        records.annotation_id,
        slots.slot,
        {{ json_values('records.record', 'slots.gold_field') }} as stated_values
    from records
    inner join slots on records.fact_type = slots.fact_type
),

unnested as (
    {{ unnest_with_position('fields', ['annotation_id', 'slot'], 'stated_values', 'expected', 'value_index') }}
),

stated as (
    select
        {{ content_id(['annotation_id', 'slot', 'value_index']) }} as gold_value_id,
        annotation_id,
        slot,
        value_index,
        trim(expected) as expected
    from unnested
    where trim(expected) <> ''
)

select * from stated
