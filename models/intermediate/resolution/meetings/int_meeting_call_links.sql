-- Grain: one report of people talking, at no place, that nothing else links, and the nearest report, in another
-- article, of a call between them on the same day: "discussed" does not say how.

with

sightings as (
    select * from {{ ref('int_meeting_sightings') }}
    where group_kind = 'first_two' and has_names and window_kind in ('dated', 'recent')
),

linked as (
    {{ linked_by_days() }}
),

talks as (
    select sightings.*
    from sightings
    left join linked on sightings.claim_id = linked.node
    where
        sightings.mode = 'in_person'
        and sightings.window_kind = 'dated'
        and sightings.place_id is null
        and linked.node is null
),

-- One stretch of days stands for all calls in it: two of them, so that one is of another article.
calls as (
    select * from sightings
    where mode != 'in_person'
    qualify row_number() over (
        partition by group_key, window_start, window_end
        order by claim_id
    ) <= 2
),

meeting_call_links as (
    select
        talks.claim_id as node,
        calls.claim_id as other_node
    from talks
    inner join calls
        on
            talks.group_key = calls.group_key
            and talks.article_id != calls.article_id
            and talks.window_start <= calls.window_end
            and talks.window_end >= calls.window_start
    qualify row_number() over (
        partition by talks.claim_id
        order by abs({{ date_difference('calls.window_start', 'talks.window_start') }}), calls.claim_id
    ) = 1
)

select * from meeting_call_links
