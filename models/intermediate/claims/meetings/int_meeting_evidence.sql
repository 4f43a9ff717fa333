-- Grain: one span that shows that an occasion was reported ('claim') or who took part in it ('participant').

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

spans as (
    select
        claims.claim_id,
        'claim' as evidence_role,
        mentions.article_id,
        mentions.sentence_id,
        mentions.evidence_field,
        first_tokens.start_offset,
        last_tokens.end_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join tokens as first_tokens
        on mentions.sentence_id = first_tokens.sentence_id and mentions.first_token = first_tokens.token_index
    inner join tokens as last_tokens
        on mentions.sentence_id = last_tokens.sentence_id and mentions.last_token = last_tokens.token_index

    union

    select
        claims.claim_id,
        'participant' as evidence_role,
        mentions.article_id,
        mentions.sentence_id,
        mentions.evidence_field,
        attendance.start_offset,
        attendance.end_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join attendance on mentions.mention_key = attendance.mention_key
)

select * from spans
