-- Grain: two main figures of different articles about one event, found by the number of victims.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

-- Main figures of one country in the order of publication: those of equal size, and those of events with many victims.
main_figures as (
    select * from figures
    where is_lead_figure and size >= 10 and published_date is not null
),

equal_neighbours as (
    {%- for step in [1, 2, 3, 4, 5, 6] %}
        select
            claim_id,
            lag(claim_id, {{ step }}) over same_size as other_claim_id
        from main_figures
        window
            same_size as (
                partition by outcome, size
                order by published_at, claim_id
            )

        union all

        select
            claim_id,
            lag(claim_id, {{ step }}) over same_country as other_claim_id
        from main_figures
        where size >= 25
        window
            same_country as (
                partition by outcome, country_code
                order by published_at, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

-- Of two such figures one may not know the place, or the day, as well as the other; but what they know must agree.
placed_neighbours as (
    select
        equal_neighbours.claim_id,
        equal_neighbours.other_claim_id,
        around.place_id is not null or within.place_id is not null as is_same_place
    from equal_neighbours
    inner join figures on equal_neighbours.claim_id = figures.claim_id
    inner join figures as others on equal_neighbours.other_claim_id = others.claim_id
    left join ancestors as around
        on figures.place_id = around.place_id and others.place_id = around.ancestor_place_id
    left join ancestors as within
        on others.place_id = within.place_id and figures.place_id = within.ancestor_place_id
    where
        {{ date_difference('figures.published_date', 'others.published_date') }} <= 7
        and (
            around.place_id is not null
            or within.place_id is not null
            or figures.place_id is null
            or others.place_id is null
        )
        and coalesce(figures.country_code = others.country_code, true)
),

-- An uneven number, or a high one, is a mark of its own; many victims on one day in one country are so without it.
same_number as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from placed_neighbours
    inner join figures on placed_neighbours.claim_id = figures.claim_id
    inner join figures as others on placed_neighbours.other_claim_id = others.claim_id
    where
        {{ may_be_one_event('figures', 'others') }}
        and (
            (
                figures.size = others.size
                and (placed_neighbours.is_same_place or figures.size % 10 != 0 or figures.size >= 1000)
                and (
                    figures.window_kind = 'recent'
                    or others.window_kind = 'recent'
                    or (
                        figures.window_start <= {{ add_days('others.window_end', 4) }}
                        and others.window_start <= {{ add_days('figures.window_end', 4) }}
                    )
                )
            )
            or (
                least(figures.size, others.size) >= 25
                and greatest(figures.size, others.size) <= 1.6 * least(figures.size, others.size)
                and figures.country_code = others.country_code
                and (
                    placed_neighbours.is_same_place or (figures.window_kind = 'dated' and others.window_kind = 'dated')
                )
                and figures.window_start <= others.window_end
                and others.window_start <= figures.window_end
            )
        )
),

incident_number_links as (
    select * from same_number
)

select
    claim_id as node,
    other_claim_id as other_node
from incident_number_links
