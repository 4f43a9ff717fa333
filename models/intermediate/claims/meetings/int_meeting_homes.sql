-- Grain: one of those who met, as one reading of the meeting has him, with the state that he is from or stands for.

with

readings as (
    select * from {{ ref('int_meeting_readings') }}
),

officeholders as (
    select * from {{ ref('int_meeting_officeholders') }}
),

homes as (
    select distinct
        readings.claim_key,
        readings.person_key,
        coalesce(readings.state_code, officeholders.country_code, readings.country_code) as country_code
    from readings
    left join officeholders
        on readings.article_id = officeholders.article_id and readings.person_key = officeholders.person_key
),

states as (
    select
        claim_key,
        count(distinct country_code) as state_count
    from homes
    group by claim_key
),

meeting_homes as (
    select
        homes.*,
        states.state_count
    from homes
    inner join states on homes.claim_key = states.claim_key
)

select * from meeting_homes
