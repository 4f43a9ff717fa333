-- One row per participant of an annotated meeting: by name, or by role where the article gives no name.

with records as (
    select * from {{ ref('eval_gold_records') }}
    where fact_type = 'meeting'
),

listed as (
    select
        annotation_id,
        {{ json_objects('record', 'participants') }} as participants
    from records
),

unnested as (
    {{ unnest_with_position('listed', ['annotation_id'], 'participants', 'participant', 'participant_index') }}
),

named as (
    select
        {{ content_id(['annotation_id', 'participant_index']) }} as gold_participant_id,
        annotation_id,
        participant_index,
        {{ json_value('participant', "'name'") }} is not null as is_named,
        coalesce({{ json_value('participant', "'name'") }}, {{ json_value('participant', "'role'") }}) as expected
    from unnested
)

select * from named
