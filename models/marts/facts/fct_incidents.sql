-- Grain: one incident with casualties of one outcome, over all articles that give figures for it.

with

statements as (
    select * from {{ ref('int_incident_statements') }}
),

figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

depths as (
    select * from {{ ref('int_place_depths') }}
),

ranges as (
    select * from {{ ref('int_incident_ranges') }}
),

conflicts as (
    select distinct incident_id from {{ ref('int_incident_conflicts') }}
),

-- The date that most figures give, the narrowest and first of those given equally often.
dates as (
    select
        statements.incident_id,
        figures.date_earliest,
        figures.date_latest,
        min(figures.event_date) as event_date,
        min(figures.date_precision) as date_precision,
        count(*) filter (where not statements.is_copy) as original_count
    from statements
    inner join figures on statements.claim_id = figures.claim_id
    where figures.date_earliest is not null
    group by statements.incident_id, figures.date_earliest, figures.date_latest
    qualify row_number() over (
        partition by statements.incident_id
        order by
            original_count desc,
            {{ date_difference('figures.date_latest', 'figures.date_earliest') }} asc,
            figures.date_earliest asc
    ) = 1
),

-- The smallest place that any figure gives, the most frequent of several.
places as (
    select
        statements.incident_id,
        statements.place_id,
        max(depths.depth) as greatest_depth,
        count(*) as figure_count
    from statements
    left join depths on statements.place_id = depths.place_id
    where statements.place_id is not null
    group by statements.incident_id, statements.place_id
    qualify row_number() over (
        partition by statements.incident_id
        order by greatest_depth desc, figure_count desc, statements.place_id asc
    ) = 1
),

counts as (
    select
        incident_id,
        min(outcome) as outcome,
        cast(count(*) as integer) as figure_count,
        cast(count(distinct publisher) as integer) as publisher_count
    from statements
    group by incident_id
),

incidents as (
    select
        counts.incident_id,
        dates.event_date,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        places.place_id,
        counts.outcome,
        cast(ranges.low as bigint) as low,
        cast(ranges.best as bigint) as best,
        cast(ranges.high as bigint) as high,
        counts.figure_count,
        counts.publisher_count,
        cast(ranges.source_count as integer) as source_count,
        conflicts.incident_id is not null as has_conflicting_figures
    from counts
    inner join ranges on counts.incident_id = ranges.incident_id
    left join dates on counts.incident_id = dates.incident_id
    left join places on counts.incident_id = places.incident_id
    left join conflicts on counts.incident_id = conflicts.incident_id
)

select * from incidents
