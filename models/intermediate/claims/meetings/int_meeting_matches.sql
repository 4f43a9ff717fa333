-- Grain: one word of meeting or talking that a meeting rule reads as an occasion; the best rule only.

with

anchors as (
    select * from {{ ref('int_meeting_anchors') }}
),

matches as (
    {{ match_rules('anchors', ref('meeting_rules'), ['first', 'second']) }}
),

best as (
    select
        matches.*,
        anchors.article_id,
        anchors.word_class,
        anchors.mode,
        anchors.is_apart and matches.second_count > 0 as is_apart,
        {{ content_id(["'meeting'", 'matches.sentence_id', 'matches.token_index']) }} as claim_key,
        case
            when anchors.repeated_count is not null then matches.token_index + 1
            else
                least(
                    matches.token_index,
                    coalesce(matches.first_index, matches.token_index),
                    coalesce(matches.second_index, matches.token_index)
                )
        end as first_token,
        greatest(
            matches.token_index + matches.token_count - 1,
            coalesce(matches.token_index + anchors.repeated_count, 0),
            coalesce(matches.first_index + matches.first_count - 1, 0),
            coalesce(matches.second_index + matches.second_count - 1, 0)
        ) as last_token
    from matches
    inner join anchors on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by matches.priority, matches.rule_id
    ) = 1
)

select * from best
