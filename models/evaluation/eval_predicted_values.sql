-- One row per value that a found fact has for a slot; no row where it has none. A place counts by the article's word
-- and by the name of the place that the word was resolved to.

with predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

slots as (
    select
        fact_type,
        slot,
        {{ dbt.split_part('predicted_columns', "';'", 1) }} as first_column,
        {{ dbt.split_part('predicted_columns', "';'", 2) }} as second_column
    from {{ ref('evaluation_slots') }}
    where comparison <> 'participants'
),

columns as (
    select
        fact_type,
        slot,
        1 as value_index,
        first_column as predicted_column
    from slots
    union all
    select
        fact_type,
        slot,
        2 as value_index,
        second_column as predicted_column
    from slots
    where second_column <> ''
),

read_values as (
    select
        {{ content_id(['predictions.prediction_id', 'columns.slot', 'columns.value_index']) }} as predicted_value_id,
        predictions.prediction_id,
        columns.slot,
        columns.value_index,
        trim({{ json_value('predictions.record', 'columns.predicted_column') }}) as found
    from predictions
    inner join columns on predictions.fact_type = columns.fact_type
),

stated as (
    select * from read_values
    where found <> ''
)

select * from stated
