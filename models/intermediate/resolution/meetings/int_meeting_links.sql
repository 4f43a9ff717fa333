-- Grain: two reports, of different articles, that are about the same meeting: the same two people met in the same way
-- on the same day. Each report is compared with its neighbours in time, not with every other.

with

windows as (
    select * from {{ ref('int_meeting_windows') }}
    where window_kind != 'unknown'
),

pairs as (
    select * from {{ ref('int_meeting_pairs') }}
),

sightings as (
    select
        pairs.pair_key,
        pairs.has_names,
        windows.*
    from windows
    inner join pairs on windows.claim_id = pairs.claim_id
),

-- The three reports before in the order of the days; where one article tells of several meetings, they are several.
dated as (
    {%- for step in [1, 2, 3] %}
        select
            *,
            lag(claim_id, {{ step }}) over pair_in_time as other_claim_id,
            lag(article_id, {{ step }}) over pair_in_time as other_article_id,
            lag(window_end, {{ step }}) over pair_in_time as other_window_end,
            lag(place_id, {{ step }}) over pair_in_time as other_place_id
        from sightings
        where window_kind = 'dated'
        window
            pair_in_time as (
                partition by pair_key, mode
                order by window_start, window_end, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

-- Those of whom one has no name must have met at the same place. A day's difference between reports of a meeting at one
-- place is a contradiction about that meeting.
same_day as (
    select
        claim_id,
        other_claim_id
    from dated
    where
        article_id != other_article_id
        and (
            (window_start <= other_window_end and (has_names or place_id = other_place_id))
            or (has_names and place_id = other_place_id and window_start <= {{ add_days('other_window_end', 1) }})
        )
),

-- A report without a date belongs to the dated meeting of its days, the last one if there are several.
recent as (
    select
        undated.claim_id,
        dated_ones.claim_id as other_claim_id
    from sightings as undated
    inner join sightings as dated_ones
        on
            undated.pair_key = dated_ones.pair_key
            and undated.mode = dated_ones.mode
            and undated.article_id != dated_ones.article_id
            and undated.window_start <= dated_ones.window_end
            and undated.window_end >= dated_ones.window_start
    where undated.window_kind = 'recent' and dated_ones.window_kind = 'dated' and undated.has_names
    qualify row_number() over (
        partition by undated.claim_id
        order by dated_ones.window_start desc, dated_ones.claim_id asc
    ) = 1
),

-- Undated reports of one and the same stretch of days, and of one month or year at one place.
undated_neighbours as (
    select
        sightings.claim_id,
        sightings.article_id,
        sightings.window_kind,
        sightings.window_start,
        sightings.published_date,
        lag(sightings.claim_id) over alike as other_claim_id,
        lag(sightings.article_id) over alike as other_article_id,
        lag(sightings.window_start) over alike as other_window_start,
        lag(sightings.published_date) over alike as other_published_date
    from sightings
    left join recent on sightings.claim_id = recent.claim_id
    where
        recent.claim_id is null
        and sightings.has_names
        and (
            sightings.window_kind = 'recent'
            or (sightings.window_kind = 'loose' and sightings.place_id is not null)
        )
    window alike as (
        partition by
            sightings.pair_key,
            sightings.mode,
            sightings.window_kind,
            case when sightings.window_kind = 'loose' then sightings.place_id end
        order by sightings.window_start, sightings.window_end, sightings.claim_id
    )
),

undated as (
    select
        claim_id,
        other_claim_id
    from undated_neighbours
    where
        article_id != other_article_id
        and case
            when window_kind = 'recent' then {{ date_difference('published_date', 'other_published_date') }} <= 1
            else window_start = other_window_start
        end
),

meeting_links as (
    select * from same_day
    union
    select * from recent
    union
    select * from undated
)

select
    claim_id as node,
    other_claim_id as other_node
from meeting_links
