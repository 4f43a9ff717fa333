-- Grain: one word of meeting or talking, with the status, mode and topic that the words around it give, and
-- whether they name a day or place or tell of a habit.

with

anchors as (
    select * from {{ ref('int_meeting_anchors') }}
),

rules as (
    select * from {{ ref('meeting_aspect_rules') }}
),

matches as (
    {{ match_rules('anchors', ref('meeting_aspect_rules'), ['topic', 'place']) }}
),

best as (
    select
        matches.sentence_id,
        matches.token_index,
        rules.aspect,
        rules.value,
        matches.topic_index,
        matches.topic_count,
        matches.place_index,
        matches.place_count
    from matches
    inner join rules on matches.rule_id = rules.rule_id
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index, rules.aspect
        order by matches.priority, matches.rule_id
    ) = 1
),

aspects as (
    select
        sentence_id,
        token_index,
        max(value) filter (where aspect = 'status') as status,
        max(value) filter (where aspect = 'mode') as mode,
        bool_or(aspect = 'occasion' and value = 'stated') as is_dated,
        bool_or(aspect = 'occasion' and value = 'habitual') as is_habitual,
        max(topic_index) filter (where aspect = 'topic') as topic_index,
        max(topic_count) filter (where aspect = 'topic') as topic_count,
        max(place_index) filter (where aspect = 'place') as place_index,
        max(place_count) filter (where aspect = 'place') as place_count,
        max(value) filter (where aspect = 'place') as place_kind
    from best
    group by sentence_id, token_index
)

select * from aspects
