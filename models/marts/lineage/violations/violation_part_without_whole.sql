-- Grain: one casualty figure that counts a part of something that is no figure of its article.

with

figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

violations as (
    select
        parts.claim_id as record_id,
        case
            when wholes.claim_id is null then 'the whole is missing'
            when wholes.article_id != parts.article_id then 'the whole stands in another article'
            else 'the part is not smaller than the whole'
        end as problem
    from figures as parts
    left join figures as wholes on parts.part_of_claim_id = wholes.claim_id
    where
        parts.is_part
        and (
            wholes.claim_id is null
            or wholes.article_id != parts.article_id
            or coalesce(parts.value, parts.value_low) > coalesce(wholes.value, wholes.value_high, wholes.value_low)
        )
)

select * from violations
