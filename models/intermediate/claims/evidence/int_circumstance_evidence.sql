-- Grain: one span that shows when or where a claim holds ('date', 'place'), or who says or denies it ('attribution',
-- 'denial').

with

circumstances as (
    select * from {{ ref('int_claim_circumstances') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

claim_places as (
    select * from {{ ref('int_claim_places') }}
),

meeting_places as (
    select * from {{ ref('int_meeting_places') }}
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

whole_sentences as (
    select * from {{ ref('stg_sentences') }}
),

evidence as (
    select
        circumstances.claim_id,
        'date' as evidence_role,
        dates.sentence_id,
        dates.start_offset,
        dates.end_offset
    from circumstances
    inner join dates on circumstances.date_key = dates.claim_key

    union all

    select
        circumstances.claim_id,
        'place' as evidence_role,
        claim_places.sentence_id,
        claim_places.start_offset,
        claim_places.end_offset
    from circumstances
    inner join claim_places on circumstances.place_key = claim_places.claim_key
    where circumstances.claim_type != 'meeting'

    union all

    select
        circumstances.claim_id,
        'place' as evidence_role,
        meeting_places.sentence_id,
        meeting_places.start_offset,
        meeting_places.end_offset
    from circumstances
    inner join meeting_places on circumstances.place_key = meeting_places.claim_key
    where circumstances.claim_type = 'meeting'

    union all

    select
        circumstances.claim_id,
        'attribution' as evidence_role,
        attributions.sentence_id,
        {{ token_start('attributions.first_token') }} as start_offset,
        {{ token_end('attributions.last_token') }} as end_offset
    from circumstances
    inner join attributions on circumstances.attribution_key = attributions.claim_key
    inner join sentences on attributions.sentence_id = sentences.sentence_id
    where attributions.first_token is not null

    union all

    select
        circumstances.claim_id,
        'denial' as evidence_role,
        attributions.sentence_id,
        whole_sentences.start_offset,
        whole_sentences.end_offset
    from circumstances
    inner join attributions on circumstances.attribution_key = attributions.claim_key
    inner join whole_sentences on attributions.sentence_id = whole_sentences.sentence_id
    where attributions.is_denied
)

select * from evidence
