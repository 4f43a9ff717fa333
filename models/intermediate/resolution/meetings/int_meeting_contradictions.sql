-- Grain: two reports of one meeting that give days or places for it which cannot both be right.

with

windows as (
    select * from {{ ref('int_meeting_windows') }}
),

clusters as (
    select * from {{ ref('int_meeting_clusters') }}
),

-- A plan that was put off contradicts nothing.
claims as (
    select * from {{ ref('int_meeting_claims') }}
    where status = 'held'
),

circumstances as (
    select * from {{ ref('int_meeting_circumstances') }}
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

reports as (
    select
        clusters.meeting_id,
        windows.*,
        circumstances.date_method = 'day_of_month' as is_calendar_day
    from clusters
    inner join windows on clusters.claim_id = windows.claim_id
    inner join claims on clusters.claim_id = claims.claim_id
    inner join circumstances on clusters.claim_id = circumstances.claim_id
),

-- Where an article itself tells of two days, it tells of two meetings. A calendar day is stated, a weekday is worked
-- out, perhaps from the wrong one, and contradicts only the day beside it at the same place.
pairs as (
    select
        reports.meeting_id,
        reports.claim_id as claim_id_a,
        others.claim_id as claim_id_b,
        reports.place_id as place_id_a,
        others.place_id as place_id_b,
        coalesce(
            reports.window_kind = 'dated' and others.window_kind = 'dated'
            and (reports.window_start > others.window_end or others.window_start > reports.window_end)
            and (
                (reports.is_calendar_day and others.is_calendar_day)
                or (
                    reports.place_id = others.place_id
                    and abs({{ date_difference('reports.window_start', 'others.window_start') }}) = 1
                )
            ),
            false
        ) as has_other_date
    from reports
    inner join reports as others
        on
            reports.meeting_id = others.meeting_id
            and reports.claim_id < others.claim_id
            and reports.article_id != others.article_id
),

meeting_contradictions as (
    select
        pairs.meeting_id,
        pairs.claim_id_a,
        pairs.claim_id_b,
        pairs.has_other_date,
        pairs.place_id_a is not null
        and pairs.place_id_b is not null
        and around_a.place_id is null
        and around_b.place_id is null as has_other_place
    from pairs
    left join ancestors as around_a
        on pairs.place_id_a = around_a.place_id and pairs.place_id_b = around_a.ancestor_place_id
    left join ancestors as around_b
        on pairs.place_id_b = around_b.place_id and pairs.place_id_a = around_b.ancestor_place_id
)

select * from meeting_contradictions
where has_other_date or has_other_place
