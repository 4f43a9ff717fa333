-- On what a claim rests: whose it is, its words in their paragraphs, the rule, the article, the bytes, the load, and
-- the claims that contradict it, as scripts/trace prints it:
--     dbt show --select trace_a_claim --vars '{claim_id: 8b0c...}' --output json

with

traces as (
    select * from {{ ref('traces') }}
    where claim_id = '{{ var("claim_id", "") }}'
)

select * from traces
