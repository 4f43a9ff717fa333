-- Grain: two reports, of different articles, by which the same people met in the same way on the same day. Each report
-- is compared with its neighbours in time, not with every other.

{%- set most_days_apart = 7 %}

with

sightings as (
    select * from {{ ref('int_meeting_sightings') }}
    where group_kind != 'other_two' and window_kind = 'dated'
),

-- The three reports before in the order of the days; where one article tells of several meetings, they are several.
neighbours as (
    {%- for step in [1, 2, 3] %}
        select
            *,
            lag(claim_id, {{ step }}) over group_in_time as other_claim_id,
            lag(article_id, {{ step }}) over group_in_time as other_article_id,
            lag(window_end, {{ step }}) over group_in_time as other_window_end,
            lag(place_id, {{ step }}) over group_in_time as other_place_id,
            lag(country_code, {{ step }}) over group_in_time as other_country_code
        from sightings
        window
            group_in_time as (
                partition by group_key, mode
                order by window_start, window_end, claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

-- Where nobody has a name they must have met at the same place. Two people with names rarely meet twice within days: a
-- small difference is a contradiction about their meeting, unless they met in another country.
meeting_dated_links as (
    select distinct
        claim_id as node,
        other_claim_id as other_node
    from neighbours
    where
        article_id != other_article_id
        and (
            (window_start <= other_window_end and (has_a_name or place_id = other_place_id))
            or (
                mode = 'in_person'
                and has_names
                and window_start <= {{ add_days('other_window_end', most_days_apart) }}
                and coalesce(country_code = other_country_code, true)
            )
        )
)

select * from meeting_dated_links
