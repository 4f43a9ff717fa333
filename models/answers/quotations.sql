-- Grain: one claim of any kind, with the words that it rests on. A table, since putting them together takes a while.

{{ config(materialized='table') }}

with

passages as (
    select * from {{ ref('passages') }}
),

neighbours as (
    select
        *,
        lag(paragraph_index) over in_order as paragraph_before,
        coalesce(lag(is_claim) over in_order, false) as is_claim_before,
        coalesce(lead(is_claim) over in_order, false) as is_claim_behind
    from passages
    window in_order as (
        partition by claim_id
        order by passage_index
    )
),

-- Long context is cut in its middle: some articles are one single paragraph.
marked as (
    select
        claim_id,
        passage_index,
        case when paragraph_before != paragraph_index then chr(10) || chr(10) else '' end
        || case when is_claim and not is_claim_before then '«' else '' end
        || case
            when evidence_roles is not null then '[' || evidence_roles || ': ' || exact || ']'
            when not is_claim and length(exact) > 500 then left(exact, 240) || ' [...] ' || right(exact, 240)
            else exact
        end
        || case when is_claim and not is_claim_behind then '»' else '' end as words
    from neighbours
),

quotations as (
    select
        claim_id,
        {{ joined_in_order('words', 'passage_index') }} as quotation
    from marked
    group by claim_id
)

select * from quotations
