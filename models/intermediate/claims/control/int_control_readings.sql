-- Grain: one word of control and one rule that reads it as a statement of control, even where another is preferred.

with

anchors as (
    select * from {{ ref('int_control_anchors') }}
),

matches as (
    {{ match_rules('anchors', ref('control_rules'), ['actor', 'territory', 'head']) }}
)

select * from matches
