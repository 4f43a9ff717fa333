-- Grain: one claim of any kind where a rule found it, before attribution, date and place are added.

with

casualties as (
    select * from {{ ref('int_casualty_matches') }}
),

anchors as (
    select
        claim_key,
        'casualty' as claim_type,
        article_id,
        sentence_id,
        token_index as anchor_index,
        first_token,
        last_token
    from casualties
)

select * from anchors
