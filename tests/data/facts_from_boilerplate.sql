-- No fact may come from what is not the article: every claim stands in a title, a caption or the body.

with

claims as (
    select
        claim_id,
        sentence_id
    from {{ ref('fct_casualty_figures') }}
    union all
    select
        claim_id,
        sentence_id
    from {{ ref('fct_control_claims') }}
    union all
    select
        claim_id,
        sentence_id
    from {{ ref('fct_meeting_reports') }}
),

sentences as (
    select
        sentence_id,
        paragraph_role
    from {{ ref('stg_sentences') }}
)

select
    claims.claim_id,
    sentences.paragraph_role
from claims
inner join sentences on claims.sentence_id = sentences.sentence_id
where sentences.paragraph_role not in ('title', 'caption', 'body')
