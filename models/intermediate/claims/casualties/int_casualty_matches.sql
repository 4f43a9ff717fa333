-- Grain: one counted unit that a casualty rule reads as a figure of people harmed; the best rule only.

with

anchors as (
    select * from {{ ref('int_casualty_anchors') }}
),

rules as (
    select
        rule_id,
        figure_role
    from {{ ref('casualty_rules') }}
),

matches as (
    {{ match_rules('anchors', ref('casualty_rules'), ['trigger']) }}
),

best as (
    select
        matches.*,
        anchors.article_id,
        rules.figure_role,
        {{ content_id(["'casualty'", 'matches.sentence_id', 'matches.token_index']) }} as claim_key,
        least(matches.token_index, coalesce(matches.trigger_index, matches.token_index)) as first_token,
        greatest(
            matches.token_index + matches.token_count - 1,
            coalesce(matches.trigger_index + matches.trigger_count - 1, 0)
        ) as last_token
    from matches
    inner join anchors on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    left join rules on matches.rule_id = rules.rule_id
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by matches.priority, matches.rule_id
    ) = 1
)

select * from best
