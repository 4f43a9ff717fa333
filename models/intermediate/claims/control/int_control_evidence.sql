-- Grain: one span of an article that supports a statement of control: the claim itself, or the words for the share.

with

claims as (
    select * from {{ ref('int_control_claims') }}
),

evidence as (
    select
        claim_id,
        'claim' as evidence_role,
        article_id,
        sentence_id,
        evidence_field,
        start_offset,
        end_offset
    from claims

    union

    select
        claim_id,
        'value' as evidence_role,
        article_id,
        sentence_id,
        evidence_field,
        share_start as start_offset,
        cast(share_start + length(share_text) as integer) as end_offset
    from claims
    where share_text is not null
)

select * from evidence
