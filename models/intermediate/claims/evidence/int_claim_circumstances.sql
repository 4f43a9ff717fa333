-- Grain: one claim, with the mentions from which it took its date, its place and its speaker.

with

casualties as (
    select * from {{ ref('int_casualty_claims') }}
),

controls as (
    select * from {{ ref('int_control_claims') }}
),

control_dates as (
    select * from {{ ref('int_control_dates') }}
),

meetings as (
    select * from {{ ref('int_meeting_circumstances') }}
),

-- A figure for the whole war leaves out a date that another sentence would have lent it.
circumstances as (
    select
        claim_id,
        'casualty' as claim_type,
        case when date_method is not null or period_text is not null then date_key end as date_key,
        place_key,
        claim_key as attribution_key
    from casualties

    union all

    select
        controls.claim_id,
        'control' as claim_type,
        coalesce(control_dates.date_key, controls.claim_key) as date_key,
        controls.claim_key as place_key,
        controls.claim_key as attribution_key
    from controls
    left join control_dates on controls.claim_id = control_dates.claim_id
    where controls.claim_id = controls.mention_id

    union all

    select
        claim_id,
        'meeting' as claim_type,
        date_key,
        place_key,
        attribution_key
    from meetings
)

select * from circumstances
