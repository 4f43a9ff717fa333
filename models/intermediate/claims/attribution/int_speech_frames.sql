-- Grain: one word of speech with its source: who says something in a sentence, through whom, and which tokens it covers.

with

anchors as (
    select * from {{ ref('int_speech_anchors') }}
),

rules as (
    select * from {{ ref('attribution_rules') }}
),

words as (
    select * from {{ ref('int_words') }}
),

matches as (
    {{ match_rules('anchors', ref('attribution_rules'), ['source', 'via']) }}
),

best as (
    select * from matches
    qualify row_number() over (
        partition by sentence_id, token_index
        order by priority, rule_id
    ) = 1
),

described as (
    select
        best.sentence_id,
        anchors.article_id,
        best.rule_id,
        best.token_index as verb_index,
        best.token_count as verb_count,
        best.source_index,
        best.source_count,
        case when best.via_count > 0 then best.via_index end as via_index,
        case when best.via_count > 0 then best.via_count end as via_count,
        words.meaning = 'denied' as is_denial,
        rules.covers,
        least(best.token_index, best.source_index, coalesce(best.via_index, best.token_index)) as frame_first,
        greatest(best.token_index + best.token_count, best.source_index + best.source_count) - 1 as frame_last
    from best
    inner join anchors on best.sentence_id = anchors.sentence_id and best.token_index = anchors.token_index
    inner join words on best.sentence_id = words.sentence_id and best.token_index = words.token_index
    inner join rules on best.rule_id = rules.rule_id
)

select * from described
