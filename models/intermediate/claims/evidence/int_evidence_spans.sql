-- Grain: one span of an article that supports one part of a claim.

with

mentions as (
    select * from {{ ref('int_claim_mentions') }}
),

casualty_mentions as (
    select * from {{ ref('int_casualty_mentions') }}
),

casualty_claims as (
    select claim_id, claim_key from {{ ref('int_casualty_claims') }}
),

meetings as (
    select * from {{ ref('int_meeting_evidence') }}
),

controls as (
    select * from {{ ref('int_control_evidence') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

places as (
    select * from {{ ref('int_claim_places') }}
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

tokens as (
    select sentence_id, token_index, start_offset, end_offset from {{ ref('int_tokens') }}
),

figures as (
    select
        casualty_claims.claim_id,
        casualty_mentions.*
    from casualty_mentions
    inner join casualty_claims on casualty_mentions.main_claim_key = casualty_claims.claim_key
),

-- Union without "all": two mentions may take their date, place or speaker from the same words.
spans as (
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

    union

    select
        claim_id,
        evidence_role,
        sentence_id,
        start_offset,
        end_offset
    from meetings

    union

    select
        claim_id,
        evidence_role,
        sentence_id,
        start_offset,
        end_offset
    from controls

    union

    select
        mentions.claim_id,
        'date' as evidence_role,
        dates.sentence_id,
        dates.start_offset,
        dates.end_offset
    from mentions
    inner join dates on mentions.claim_key = dates.claim_key
    where mentions.has_date

    union

    select
        mentions.claim_id,
        'place' as evidence_role,
        places.sentence_id,
        places.start_offset,
        places.end_offset
    from mentions
    inner join places on mentions.claim_key = places.claim_key
    where mentions.has_place

    union

    select
        mentions.claim_id,
        case when attributions.is_denied then 'denial' else 'attribution' end as evidence_role,
        attributions.sentence_id,
        firsts.start_offset,
        lasts.end_offset
    from mentions
    inner join attributions on mentions.claim_key = attributions.claim_key
    inner join tokens as firsts
        on attributions.sentence_id = firsts.sentence_id and attributions.first_token = firsts.token_index
    inner join tokens as lasts
        on attributions.sentence_id = lasts.sentence_id and attributions.last_token = lasts.token_index
)

select * from spans
