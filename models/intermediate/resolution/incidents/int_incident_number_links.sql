-- Grain: two main figures of different articles about one event, found by the same number of victims.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

main_figures as (
    select * from figures
    where is_lead_figure and size >= 10 and published_date is not null
),

-- The neighbours of equal size in the order of publication.
neighbours as (
    {%- for step in [1, 2, 3, 4, 5, 6] %}
        select
            *,
            lag(claim_id, {{ step }}) over same_size as other_claim_id
        from main_figures
        window
            same_size as (
                partition by outcome, size
                order by published_at, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

compared as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id,
        figures.size,
        {{ date_difference('figures.published_date', 'others.published_date') }} as days_between,
        around.place_id is not null or within.place_id is not null as is_same_place,
        figures.place_id is null or others.place_id is null as has_no_place,
        coalesce(figures.country_code = others.country_code, true) as may_be_same_country,
        -- What has no date is news of the days before its article, and tells of nothing that was yet to come.
        case
            when figures.window_kind = 'recent' and others.window_kind = 'recent' then true
            when figures.window_kind = 'recent' then others.window_start <= {{ add_days('figures.window_end', 1) }}
            when others.window_kind = 'recent' then figures.window_start <= {{ add_days('others.window_end', 1) }}
            else
                figures.window_start <= {{ add_days('others.window_end', 4) }}
                and others.window_start <= {{ add_days('figures.window_end', 4) }}
        end as may_be_same_time
    from neighbours as figures
    inner join main_figures as others on figures.other_claim_id = others.claim_id
    left join ancestors as around
        on figures.place_id = around.place_id and others.place_id = around.ancestor_place_id
    left join ancestors as within
        on others.place_id = within.place_id and figures.place_id = within.ancestor_place_id
    where {{ may_be_one_event('figures', 'others') }}
),

-- One figure may not know the place, or the day, as well as the other; but what they know must agree. An uneven number
-- is a mark of its own, and so much of one from twenty on that articles of the same days may differ about the place: of
-- an attack told under the dateline of another town, or from the other side's capital.
incident_number_links as (
    select
        claim_id as node,
        other_claim_id as other_node
    from compared
    where
        may_be_same_time
        and case
            when is_same_place then days_between <= 7
            when size % 10 = 0 and size < 1000 then false
            when has_no_place and may_be_same_country then days_between <= 7
            when has_no_place then days_between <= case when size >= 50 then 7 else 2 end
            else size >= 20 and days_between <= 2 and may_be_same_country
        end
)

select * from incident_number_links
