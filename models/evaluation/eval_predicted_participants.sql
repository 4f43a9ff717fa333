-- One row per text under which a participant of a found meeting is known: name, words of the mention, role.

with predictions as (
    select * from {{ ref('eval_predicted_records') }}
    where fact_type = 'meeting'
),

participants as (
    select * from {{ ref('bridge_meeting_participants') }}
),

texts as (
    {%- for column in ['participant_name', 'mention_text', 'role_text'] %}
        select
            predictions.prediction_id,
            participants.participant_index,
            '{{ column }}' as text_kind,
            trim(participants.{{ column }}) as found
        from predictions
        inner join participants on predictions.claim_id = participants.claim_id
        where trim(participants.{{ column }}) <> ''
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

identified as (
    select
        {{ content_id(['prediction_id', 'participant_index', 'text_kind']) }} as predicted_participant_text_id,
        prediction_id,
        participant_index,
        text_kind,
        found
    from texts
)

select * from identified
