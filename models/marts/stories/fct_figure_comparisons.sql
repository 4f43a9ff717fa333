-- Grain: two wordings of a figure for one thing, the lower one first, with whether both may hold.

with

wordings as (
    select * from {{ ref('int_figure_wordings') }}
),

-- Of a war each wording meets those of its month and of the month before. Figures ten times apart count something else.
months as (
    select
        *,
        month_number as joined_month
    from wordings
    union all
    select
        *,
        month_number + 1 as joined_month
    from wordings
    where subject_kind = 'war'
),

pairs as (
    select
        wordings.subject_kind,
        wordings.subject_key,
        wordings.outcome,
        wordings.size <= others.size as is_in_order,
        wordings.claim_id as claim_id_a,
        others.claim_id as claim_id_b,
        wordings.original_value as original_value_a,
        others.original_value as original_value_b,
        {{ can_both_hold('wordings', 'others') }} as do_words_overlap,
        {{ may_be_rounded('wordings', 'others') }} as is_rounded,
        'vague' in (wordings.qualifier, others.qualifier) as is_vague,
        (wordings.size < others.size and wordings.published_date < others.published_date)
        or (wordings.size > others.size and wordings.published_date > others.published_date) as is_rising
    from wordings
    inner join months as others
        on
            wordings.subject_kind = others.subject_kind
            and wordings.subject_key = others.subject_key
            and wordings.month_number = others.joined_month
            and wordings.outcome = others.outcome
            and wordings.victim_kind = others.victim_kind
            and (
                wordings.month_number != others.month_number
                or wordings.size < others.size
                or (wordings.size = others.size and wordings.claim_id < others.claim_id)
            )
    where
        wordings.original_value != others.original_value
        and greatest(wordings.size, others.size) <= 10 * least(wordings.size, others.size)
),

judged as (
    select
        subject_kind,
        subject_key,
        outcome,
        case when is_in_order then claim_id_a else claim_id_b end as claim_id_a,
        case when is_in_order then claim_id_b else claim_id_a end as claim_id_b,
        case when is_in_order then original_value_a else original_value_b end as original_value_a,
        case when is_in_order then original_value_b else original_value_a end as original_value_b,
        case
            when do_words_overlap then 'words_overlap'
            when is_rounded then 'rounded'
            when is_rising then 'toll_rises'
            when is_vague then 'vague'
            else 'excluded'
        end as reason_kind
    from pairs
),

figure_comparisons as (
    select
        {{ content_id(["'comparison'", 'claim_id_a', 'claim_id_b']) }} as comparison_id,
        subject_kind,
        subject_key,
        outcome,
        claim_id_a,
        claim_id_b,
        original_value_a,
        original_value_b,
        reason_kind != 'excluded' as may_both_hold,
        reason_kind,
        case reason_kind
            when 'words_overlap' then 'There are numbers that both wordings allow: '
            when 'rounded' then 'One may be the other, rounded: '
            when 'toll_rises' then 'The higher one was said later, as tolls rise: '
            when 'vague' then 'One of them claims no exactness: '
            else 'No number satisfies both: '
        end || original_value_a || '; ' || original_value_b as reason
    from judged
)

select * from figure_comparisons
