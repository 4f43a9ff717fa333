-- Grain: one participant of one occasion that a sentence mentions; where a sentence tells of several calls that one
-- person made, or of separate talks, each is an occasion.

with

participants as (
    select * from {{ ref('int_meeting_participants') }}
),

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

rules as (
    select * from {{ ref('meeting_rules') }}
),

marked as (
    select
        participants.*,
        -- With one alone, "separately" and "called" tell of one occasion.
        (rules.is_apart or coalesce(matches.is_apart, false))
        and count(*) filter (where participants.slot = 'second') over (partition by participants.claim_key) > 1
            as is_apart
    from participants
    inner join matches on participants.claim_key = matches.claim_key
    inner join rules on matches.rule_id = rules.rule_id
),

others as (
    select
        claim_key,
        participant_key
    from marked
    where is_apart and slot = 'second'
),

attendance as (
    select
        claim_key as mention_key,
        claim_key,
        article_id,
        sentence_id,
        token_index,
        participant_key,
        is_alliance,
        entity_id,
        participant_name,
        role_text,
        mention_text,
        start_offset,
        end_offset
    from marked
    where not is_apart

    union all

    select
        {{ content_id(['marked.claim_key', 'others.participant_key']) }} as mention_key,
        marked.claim_key,
        marked.article_id,
        marked.sentence_id,
        marked.token_index,
        marked.participant_key,
        marked.is_alliance,
        marked.entity_id,
        marked.participant_name,
        marked.role_text,
        marked.mention_text,
        marked.start_offset,
        marked.end_offset
    from marked
    inner join others on marked.claim_key = others.claim_key
    where marked.is_apart and (marked.slot = 'first' or marked.participant_key = others.participant_key)
)

select * from attendance
