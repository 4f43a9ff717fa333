-- Grain: one report of a meeting of several, and the report nearest in time, in another article, of a meeting of two of
-- them: at the same place, or wherever it was if nothing else links the report.

with

sightings as (
    select * from {{ ref('int_meeting_sightings') }}
    where has_names and window_kind in ('dated', 'recent')
),

linked as (
    {{ linked_by_days() }}
),

circles as (
    select
        sightings.*,
        linked.node is not null as is_linked
    from sightings
    left join linked on sightings.claim_id = linked.node
    where sightings.group_kind = 'other_two'
),

-- One stretch of days stands for all reports of it: two of them, so that one is of another article.
days as (
    select * from sightings
    where group_kind = 'first_two'
    qualify row_number() over (
        partition by group_key, mode, window_start, window_end
        order by claim_id
    ) <= 2
),

meeting_circle_links as (
    select
        circles.claim_id as node,
        days.claim_id as other_node
    from circles
    inner join days
        on
            circles.group_key = days.group_key
            and circles.mode = days.mode
            and circles.article_id != days.article_id
            and circles.window_start <= days.window_end
            and circles.window_end >= days.window_start
            and (not circles.is_linked or circles.place_id = days.place_id)
    qualify row_number() over (
        partition by circles.claim_id
        order by abs({{ date_difference('days.window_start', 'circles.window_start') }}), days.claim_id
    ) = 1
)

select * from meeting_circle_links
