-- Who reported a casualty figure first, and who repeated it: the twenty numbers with the most statements.
--     dbt show --select who_reported_first --limit 100

with

repetitions as (
    select * from {{ ref('fct_figure_repetitions') }}
),

most_repeated as (
    select
        figure_id,
        count(*) as statement_count
    from repetitions
    group by figure_id
    having count(*) > 1
    order by statement_count desc, figure_id asc
    limit 20
),

statements as (
    select
        repetitions.value,
        repetitions.outcome,
        repetitions.statement_number,
        repetitions.repetition_kind,
        repetitions.said_by,
        repetitions.via,
        repetitions.publisher_name,
        repetitions.published_date
    from repetitions
    inner join most_repeated on repetitions.figure_id = most_repeated.figure_id
    order by most_repeated.statement_count desc, repetitions.figure_id asc, repetitions.statement_number asc
)

select * from statements
