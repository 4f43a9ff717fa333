-- Grain: two reports, of different articles, that are about the same meeting of people of whom one at least has a name;
-- and one of the reports at least has no date.

with

sightings as (
    select * from {{ ref('int_meeting_sightings') }}
    where group_kind != 'other_two' and has_a_name
),

-- A day on which the same people met stands for all reports of it: two of them, so that one is of another article.
days as (
    select * from sightings
    where window_kind = 'dated'
    qualify row_number() over (
        partition by group_key, mode, window_start, window_end
        order by claim_id
    ) <= 2
),

-- A report without a date belongs to the dated meeting nearest to its article, rather to a past one than to one to
-- come.
recent as (
    select
        undated.claim_id,
        days.claim_id as other_claim_id
    from sightings as undated
    inner join days
        on
            undated.group_key = days.group_key
            and undated.mode = days.mode
            and undated.article_id != days.article_id
            and undated.window_start <= days.window_end
            and undated.window_end >= days.window_start
    where undated.window_kind = 'recent' and undated.has_names
    qualify row_number() over (
        partition by undated.claim_id
        order by
            undated.is_planned or days.window_start <= undated.published_date desc,
            abs({{ date_difference('days.window_start', 'undated.published_date') }}),
            days.claim_id
    ) = 1
),

-- The others belong together if their articles came out one soon after the other, or one of them told of a plan of
-- which the other tells what came of it.
neighbours as (
    {%- for step in [1, 2] %}
        select
            sightings.claim_id,
            sightings.article_id,
            sightings.mode,
            sightings.has_names,
            sightings.is_planned,
            sightings.published_date,
            lag(sightings.is_planned, {{ step }}) over in_time as other_is_planned,
            lag(sightings.claim_id, {{ step }}) over in_time as other_claim_id,
            lag(sightings.article_id, {{ step }}) over in_time as other_article_id,
            lag(sightings.published_date, {{ step }}) over in_time as other_published_date
        from sightings
        left join recent on sightings.claim_id = recent.claim_id
        where sightings.window_kind = 'recent' and recent.claim_id is null
        window
            in_time as (
                partition by sightings.group_key, sightings.mode
                order by sightings.published_date, sightings.claim_id
            )
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

undated as (
    select
        claim_id,
        other_claim_id
    from neighbours
    where
        article_id != other_article_id
        and {{ date_difference('published_date', 'other_published_date') }}
        <= case
            when mode != 'in_person' or not has_names then 1
            when other_is_planned and not is_planned then 14
            else 7
        end
),

meeting_undated_links as (
    select * from recent
    union
    select * from undated
)

select
    claim_id as node,
    other_claim_id as other_node
from meeting_undated_links
