-- Grain: two main figures of different articles about one event with many victims, found by its place and days: as a
-- toll rises, and as different people count.

{%- set least_victims = 20 %}
{%- set many_victims = 250 %}

with

figures as (
    select * from {{ ref('int_incident_figures') }}
    where
        is_lead_figure
        and window_kind != 'unknown'
        and size >= {{ least_victims }}
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

-- Each figure in its place, in the places around it, in its country; and one of hundreds of victims anywhere.
areas as (
    select
        figures.*,
        ancestors.ancestor_place_id as area_id,
        ancestors.steps as area_steps,
        'place' as area_kind
    from figures
    inner join ancestors on figures.place_id = ancestors.place_id
    where ancestors.ancestor_type not in ('country', 'region')

    union all

    select
        *,
        country_code as area_id,
        0 as area_steps,
        'country' as area_kind
    from figures
    where country_code is not null

    union all

    select
        *,
        '' as area_id,
        0 as area_steps,
        'anywhere' as area_kind
    from figures
    where size >= {{ many_victims }}
),

neighbours as (
    {%- for step in range(1, 7) %}
        select
            *,
            lag(claim_id, {{ step }}) over same_area as other_claim_id,
            lag(area_steps, {{ step }}) over same_area as other_area_steps
        from areas
        window
            same_area as (
                partition by outcome, area_kind, area_id
                order by window_end, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

-- Within a province one of the two must name the very place that the other is in. In a country, or anywhere, one of
-- them names no place at all, the days must be the same, and without a day the number must be so high that there is but
-- one such event; in different countries, and where neither has a day, the numbers must nearly agree, too.
incident_toll_links as (
    select distinct
        neighbours.claim_id as node,
        others.claim_id as other_node
    from neighbours
    inner join figures as others on neighbours.other_claim_id = others.claim_id
    where
        {{ may_be_one_event('neighbours', 'others') }}
        and neighbours.window_start <= {{ add_days('others.window_end', 1) }}
        and others.window_start <= {{ add_days('neighbours.window_end', 1) }}
        and greatest(neighbours.size, others.size) <= 1.6 * least(neighbours.size, others.size)
        and case
            when neighbours.area_kind = 'place' then least(neighbours.area_steps, neighbours.other_area_steps) = 0
            when neighbours.window_start > others.window_end or others.window_start > neighbours.window_end then false
            when neighbours.place_id is not null and others.place_id is not null then false
            when neighbours.area_kind = 'anywhere'
                then greatest(neighbours.size, others.size) <= 1.1 * least(neighbours.size, others.size)
            when neighbours.window_kind = 'dated' and others.window_kind = 'dated'
                then least(neighbours.size, others.size) >= 25
            when neighbours.window_kind = 'recent' and others.window_kind = 'recent'
                then
                    least(neighbours.size, others.size) >= 50
                    and greatest(neighbours.size, others.size) <= 1.1 * least(neighbours.size, others.size)
            else least(neighbours.size, others.size) >= 50
        end
)

select * from incident_toll_links
