-- Grain: one counted unit that a casualty rule reads as a figure of people harmed; the best rule only.

with

counts as (
    select * from {{ ref('int_counts') }}
),

matches as (
    {{ match_rules('counts', ref('casualty_rules'), ['trigger']) }}
),

best as (
    select
        matches.*,
        counts.article_id,
        {{ content_id(["'casualty'", 'matches.sentence_id', 'matches.token_index']) }} as claim_key,
        least(matches.token_index, coalesce(matches.trigger_index, matches.token_index)) as first_token,
        greatest(
            matches.token_index + matches.token_count - 1,
            coalesce(matches.trigger_index + matches.trigger_count - 1, 0)
        ) as last_token
    from matches
    inner join counts on matches.sentence_id = counts.sentence_id and matches.token_index = counts.token_index
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by matches.priority, matches.rule_id
    ) = 1
)

select * from best
