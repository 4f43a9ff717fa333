-- Grain: one claim of any kind where a rule found it, before attribution, date and place are added.

with

casualties as (
    select * from {{ ref('int_casualty_matches') }}
),

meetings as (
    select distinct
        claim_key,
        article_id,
        sentence_id,
        token_index,
        first_token,
        last_token
    from {{ ref('int_meeting_mentions') }}
),

controls as (
    select * from {{ ref('int_control_mentions') }}
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

    union all

    select
        claim_key,
        'meeting' as claim_type,
        article_id,
        sentence_id,
        token_index as anchor_index,
        first_token,
        last_token
    from meetings

    union all

    select
        claim_key,
        'control' as claim_type,
        article_id,
        sentence_id,
        token_index as anchor_index,
        first_token,
        last_token
    from controls
)

select * from anchors
