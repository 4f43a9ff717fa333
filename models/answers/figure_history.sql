-- Grain: one statement of a casualty figure with a number: who stated that number first, and who repeated it.

with

repetitions as (
    select * from {{ ref('fct_figure_repetitions') }}
),

figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

places as (
    select * from {{ ref('dim_places') }}
),

figure_history as (
    select
        repetitions.claim_id,
        repetitions.figure_id,
        repetitions.statement_number,
        repetitions.repetition_kind,
        repetitions.value,
        repetitions.outcome,
        figures.original_value,
        figures.victims,
        coalesce(places.name, figures.place_text) as place,
        figures.event_date,
        repetitions.said_by,
        repetitions.via,
        repetitions.publisher_name,
        repetitions.published_date,
        repetitions.first_said_by,
        repetitions.first_published_date,
        figures.exact
    from repetitions
    inner join figures on repetitions.claim_id = figures.claim_id
    left join places on repetitions.place_id = places.place_id
)

select * from figure_history
