-- Grain: one sentence that begins inside a quotation or with one, and says whether the quotation goes on after it.

with

sentences as (
    select * from {{ ref('stg_sentences') }}
    where paragraph_role = 'body'
),

counted as (
    select
        sentence_id,
        article_id,
        paragraph_id,
        sentence_index,
        {{ matches('text', '^["“]') }} as begins_with_mark,
        case when {{ matches('text', '“[^”]*\\z') }} then sentence_index end as opened_at,
        case when {{ matches('text', '”[^“]*\\z') }} then sentence_index end as closed_at,
        length(text) - length(replace(text, '"', '')) as straight_marks
    from sentences
),

-- Straight marks open and close in turn, of curly ones the last counts: every paragraph of a long quotation may open
-- it anew, and paragraphs may have run together. A paragraph begins outside of any quotation.
running as (
    select
        sentence_id,
        article_id,
        paragraph_id,
        sentence_index,
        begins_with_mark,
        coalesce(max(opened_at) over so_far, -1) > coalesce(max(closed_at) over so_far, -1)
        or sum(straight_marks) over so_far % 2 = 1 as is_open_after
    from counted
    window so_far as (
        partition by paragraph_id
        order by sentence_index
        rows between unbounded preceding and current row
    )
),

states as (
    select
        *,
        coalesce(lag(is_open_after) over (partition by paragraph_id order by sentence_index), false) as is_open_before
    from running
),

quotations as (
    select
        sentence_id,
        article_id,
        paragraph_id,
        sentence_index,
        is_open_before,
        is_open_after
    from states
    where is_open_before or begins_with_mark
)

select * from quotations
