{#-
    One row per day of a stretch of days, both ends included.
    Arguments: relation (a name to select from, of one row), first_day, last_day (SQL expressions of type date; null for
    no day at all). Returns a complete select statement with the column day.
-#}
{%- macro unnest_days(relation, first_day, last_day) -%}
    {{- return(adapter.dispatch('unnest_days', 'attested')(relation, first_day, last_day)) -}}
{%- endmacro -%}

{%- macro default__unnest_days(relation, first_day, last_day) -%}
    select cast(unnest(generate_series({{ first_day }}, {{ last_day }}, interval 1 day)) as date) as day
    from {{ relation }}
{%- endmacro -%}

{%- macro spark__unnest_days(relation, first_day, last_day) -%}
    select explode(sequence({{ first_day }}, {{ last_day }}, interval 1 day)) as day
    from {{ relation }}
{%- endmacro -%}
