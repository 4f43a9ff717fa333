-- Grain: one span that shows a casualty figure: the sentence that states it ('claim') or the words counted ('value').

with

claims as (
    select
        claim_id,
        claim_key
    from {{ ref('int_casualty_claims') }}
),

mentions as (
    select * from {{ ref('int_casualty_mentions') }}
),

figures as (
    select
        claims.claim_id,
        mentions.sentence_id,
        mentions.sentence_start,
        mentions.sentence_end,
        mentions.figure_start,
        mentions.figure_end
    from mentions
    inner join claims on mentions.main_claim_key = claims.claim_key
),

-- Without "all", since one sentence may give the same figure of one claim twice.
evidence as (
    select
        claim_id,
        'claim' as evidence_role,
        sentence_id,
        sentence_start as start_offset,
        sentence_end as end_offset
    from figures

    union

    select
        claim_id,
        'value' as evidence_role,
        sentence_id,
        figure_start as start_offset,
        figure_end as end_offset
    from figures
)

select * from evidence
