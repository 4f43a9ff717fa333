-- Grain: one word of control that a rule reads as a statement of control; the best rule only.

with

anchors as (
    select * from {{ ref('int_control_anchors') }}
),

rules as (
    select * from {{ ref('control_rules') }}
),

matches as (
    {{ match_rules('anchors', ref('control_rules'), ['actor', 'territory', 'head']) }}
),

-- What a phrase takes for granted (rebel-held Idlib) holds in any clause; what a verb states does not hold under "if".
stated as (
    select
        matches.*,
        anchors.article_id,
        coalesce(rules.relation, anchors.relation) as relation,
        case
            when {{ matches('anchors.classes_before', compile_pattern('<denied_clause>', grammar()) ~ '\\z') }}
                then 'denied'
            else 'asserted'
        end as stance
    from matches
    inner join anchors
        on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    inner join rules on matches.rule_id = rules.rule_id
    where
        rules.is_given
        or not {{ matches('anchors.classes_before', compile_pattern('<unreal_clause>', grammar()) ~ '\\z') }}
),

best as (
    select * from stated
    qualify row_number() over (
        partition by sentence_id, token_index
        order by priority, rule_id
    ) = 1
)

select * from best
