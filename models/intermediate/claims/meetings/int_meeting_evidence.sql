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

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

spans as (
    select
        claims.claim_id,
        'claim' as evidence_role,
        mentions.article_id,
        mentions.sentence_id,
        mentions.evidence_field,
        {{ token_start('mentions.first_token') }} as start_offset,
        {{ token_end('mentions.last_token') }} as end_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join sentences on mentions.sentence_id = sentences.sentence_id

    union

    -- Who was told of before is shown where he was named.
    select
        claims.claim_id,
        'participant' as evidence_role,
        sentences.article_id,
        sentences.sentence_id,
        sentences.evidence_field,
        attendance.start_offset,
        attendance.end_offset
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join attendance on occasions.mention_key = attendance.mention_key
    inner join sentences on attendance.sentence_id = sentences.sentence_id
)

select * from spans
