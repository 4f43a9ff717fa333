-- Grain: two figures of different articles, or of two rivals in one, that are about the same event.

{%- set about_one_event -%}
    figures.article_id != others.article_id
    and {{ may_be_same_people('figures', 'others') }}
    and (
        {{ can_both_hold('figures', 'others') }}
        -- Tolls of the same attack rise and differ; small figures of one place and day may be about two attacks.
        or (
            figures.is_lead_figure and others.is_lead_figure
            and least(figures.size, others.size) >= 4
            and greatest(figures.size, others.size) <= 4 * least(figures.size, others.size)
        )
    )
{%- endset %}
{#- Where no date ties two figures together their size must, or all that happens in a city in a week would be one event. -#}
{%- set of_one_size = 'greatest(figures.size, others.size) <= 1.5 * least(figures.size, others.size)' %}

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

sightings as (
    select * from {{ ref('int_incident_sightings') }}
),

ancestors as (
    select * from {{ ref('int_place_ancestors') }}
),

-- The neighbours of a dated figure at its own place, in the order of publication.
neighbours as (
    {%- for step in [1, 2, 3] %}
    select
        claim_id,
        lag(claim_id, {{ step }}) over same_day as other_claim_id
    from sightings
    where window_kind = 'dated' and area_steps = 0
    window same_day as (
        partition by outcome, area_id, window_end
        order by published_at nulls last, claim_id
    )
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
),

same_place as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from neighbours
    inner join figures on neighbours.claim_id = figures.claim_id
    inner join figures as others on neighbours.other_claim_id = others.claim_id
    where {{ about_one_event }}
),

-- A figure for a province belongs to one town in it at most: the one whose figure is nearest.
same_area as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from sightings as figures
    inner join sightings as others
        on
            figures.outcome = others.outcome
            and figures.area_id = others.area_id
            and figures.window_end = others.window_end
    where
        figures.window_kind = 'dated'
        and others.window_kind = 'dated'
        and figures.area_steps = 0
        and others.area_steps > 0
        and {{ about_one_event }}
    qualify row_number() over (
        partition by figures.claim_id
        order by abs(figures.size - others.size), others.published_at nulls last, others.claim_id
    ) = 1
),

-- The main figure of an article without a date belongs to a dated one of the days before it.
recent as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from sightings as figures
    inner join sightings as others
        on
            figures.outcome = others.outcome
            and figures.area_id = others.area_id
            and others.window_end between figures.window_start and figures.window_end
    where
        figures.window_kind = 'recent'
        and others.window_kind = 'dated'
        and least(figures.area_steps, others.area_steps) = 0
        and {{ about_one_event }}
        and {{ of_one_size }}
    qualify row_number() over (
        partition by figures.claim_id
        order by abs(figures.size - others.size), others.window_end desc, others.claim_id
    ) = 1
),

-- Main figures without dates, of articles that came out one after the other.
undated_neighbours as (
    select
        claim_id,
        lag(claim_id) over same_place as other_claim_id
    from sightings
    where window_kind = 'recent' and area_steps = 0
    window same_place as (
        partition by outcome, area_id
        order by published_at, claim_id
    )
),

undated as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from undated_neighbours
    inner join figures on undated_neighbours.claim_id = figures.claim_id
    inner join figures as others on undated_neighbours.other_claim_id = others.claim_id
    where
        {{ about_one_event }}
        and {{ of_one_size }}
        and {{ date_difference('figures.published_date', 'others.published_date') }} <= 1
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
    window same_size as (
        partition by outcome, size
        order by published_at, claim_id
    )

    union all

    select
        claim_id,
        lag(claim_id, {{ step }}) over same_country as other_claim_id
    from main_figures
    where size >= 25
    window same_country as (
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
        and (around.place_id is not null or within.place_id is not null or figures.place_id is null or others.place_id is null)
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
        {{ about_one_event }}
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
                and figures.window_start <= others.window_end
                and others.window_start <= figures.window_end
            )
        )
),

-- Within an article, two who give much the same number in the same breath speak of the same dead.
rivals as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from figures
    inner join figures as others
        on
            figures.article_id = others.article_id
            and figures.outcome = others.outcome
            and figures.place_id = others.place_id
            and figures.attributed_to != others.attributed_to
            and figures.sentence_index between others.sentence_index and others.sentence_index + 2
            and figures.claim_id != others.claim_id
    where
        coalesce(figures.window_end = others.window_end, true)
        and least(figures.size, others.size) >= 4
        and greatest(figures.size, others.size) <= 2 * least(figures.size, others.size)
        and not figures.is_addition
        and {{ may_be_same_people('figures', 'others') }}
),

-- A toll that is dismissed, and the one that is set against it, are tolls of one event, however far apart.
disputed as (
    select
        disputes.denied_claim_id as claim_id,
        disputes.counter_claim_id as other_claim_id
    from {{ ref('int_stated_disputes') }} as disputes
    inner join figures on disputes.denied_claim_id = figures.claim_id
    inner join figures as others on disputes.counter_claim_id = others.claim_id
    where {{ may_be_same_people('figures', 'others') }}
),

incident_links as (
    select * from same_place
    union
    select * from same_area
    union
    select * from recent
    union
    select * from undated
    union
    select * from same_number
    union
    select * from rivals
    union
    select * from disputed
)

select
    claim_id as node,
    other_claim_id as other_node
from incident_links
