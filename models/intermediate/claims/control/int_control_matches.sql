-- Grain: one word of control that a rule reads as a statement of control; the best rule only.

with

readings as (
    select * from {{ ref('int_control_readings') }}
),

anchors as (
    select * from {{ ref('int_control_anchors') }}
),

rules as (
    select * from {{ ref('control_rules') }}
),

unknown_names as (
    select * from {{ ref('int_control_unknown_names') }}
),

-- What a phrase takes for granted (rebel-held Idlib) holds in any clause; what a verb states does not hold under "if".
stated as (
    select
        readings.*,
        anchors.article_id,
        anchors.takes_back,
        coalesce(rules.relation, anchors.relation) as relation,
        case
            when {{ matches('anchors.classes_before', compile_pattern('<denied_clause>', grammar()) ~ '\\z') }}
                then 'denied'
            else 'asserted'
        end as stance
    from readings
    inner join anchors
        on readings.sentence_id = anchors.sentence_id and readings.token_index = anchors.token_index
    inner join rules on readings.rule_id = rules.rule_id
    left join unknown_names
        on
            readings.sentence_id = unknown_names.sentence_id
            and readings.token_index = unknown_names.token_index
            and readings.rule_id = unknown_names.rule_id
    where
        coalesce(unknown_names.is_place, true)
        and (
            rules.is_given
            or not {{ matches('anchors.classes_before', compile_pattern('<unreal_clause>', grammar()) ~ '\\z') }}
        )
),

best as (
    select * from stated
    qualify row_number() over (
        partition by sentence_id, token_index
        order by priority, rule_id
    ) = 1
)

select * from best
