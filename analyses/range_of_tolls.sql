-- The range of tolls for the incidents with the most sources, with every figure and who gave it.
--     dbt show --select range_of_tolls --limit 100

with

incidents as (
    select * from {{ ref('fct_incidents') }}
    where source_count > 2
),

figures as (
    select * from {{ ref('fct_casualty_figures') }}
    where not is_part
),

articles as (
    select * from {{ ref('dim_articles') }}
),

places as (
    select * from {{ ref('dim_places') }}
),

tolls as (
    select
        incidents.event_date,
        places.name as place,
        incidents.outcome,
        incidents.low,
        incidents.best,
        incidents.high,
        incidents.source_count,
        figures.original_value,
        coalesce(figures.attributed_to, articles.publisher_name) as said_by,
        articles.published_date
    from incidents
    inner join figures on incidents.incident_id = figures.incident_id
    inner join articles on figures.article_id = articles.article_id
    left join places on incidents.place_id = places.place_id
    order by incidents.source_count desc, incidents.incident_id asc, articles.published_date asc, figures.claim_id asc
)

select * from tolls
