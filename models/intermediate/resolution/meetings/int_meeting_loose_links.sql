-- Grain: two reports, of different articles, that are about the same meeting of people with names, one of which at
-- least gives no more than the month or the year.

with

sightings as (
    select * from {{ ref('int_meeting_sightings') }}
    where group_kind != 'other_two' and has_names
),

-- Of one month, or of one year at one place.
neighbours as (
    select
        claim_id,
        article_id,
        lag(claim_id) over alike as other_claim_id,
        lag(article_id) over alike as other_article_id
    from sightings
    where window_kind = 'month' or (window_kind = 'loose' and place_id is not null)
    window alike as (
        partition by
            group_key,
            mode,
            window_start,
            window_end,
            case when window_kind = 'loose' then place_id end
        order by claim_id
    )
),

alike as (
    select
        claim_id,
        other_claim_id
    from neighbours
    where article_id != other_article_id
),

-- A month means the meeting in it, if there is one and not several: all its days lie within a week.
days as (
    select
        group_key,
        mode,
        cast(date_trunc('month', window_start) as date) as first_of_month,
        min(claim_id) as claim_id,
        min(article_id) as article_id
    from sightings
    where window_kind = 'dated'
    group by all
    having {{ date_difference('max(window_end)', 'min(window_start)') }} <= 7
),

within_month as (
    select
        months.claim_id,
        days.claim_id as other_claim_id
    from sightings as months
    inner join days
        on
            months.group_key = days.group_key
            and months.mode = days.mode
            and months.window_start = days.first_of_month
            and months.article_id != days.article_id
    where months.window_kind = 'month'
),

meeting_loose_links as (
    select * from alike
    union
    select * from within_month
)

select
    claim_id as node,
    other_claim_id as other_node
from meeting_loose_links
