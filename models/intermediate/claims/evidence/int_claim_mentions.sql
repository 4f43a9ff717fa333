-- Grain: one mention of a claim whose words for date, place and speaker support the claim.

with

casualties as (
    select * from {{ ref('int_casualty_claims') }}
),

meeting_claims as (
    select * from {{ ref('int_meeting_claims') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

meeting_mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

controls as (
    select * from {{ ref('int_control_claims') }}
),

-- A figure or a statement of control takes date, place and speaker from its fullest mention alone; a figure for the
-- whole war takes no date and place from the sentences before. An occasion gathers them from all its mentions.
mentions as (
    select
        claim_id,
        claim_key,
        date_method is not null or period_text is not null as has_date,
        place_text is not null as has_place
    from casualties

    union all

    select distinct
        meeting_claims.claim_id,
        meeting_mentions.claim_key,
        true as has_date,
        true as has_place
    from meeting_claims
    inner join occasions on meeting_claims.occasion_key = occasions.occasion_key
    inner join meeting_mentions on occasions.mention_key = meeting_mentions.mention_key

    union all

    select
        claim_id,
        claim_key,
        true as has_date,
        true as has_place
    from controls
    where claim_id = mention_id
)

select * from mentions
