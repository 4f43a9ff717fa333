{#-
    A date some days later (earlier, if negative).
    Arguments: date (SQL expression), days (SQL expression, whole number).
    Returns a SQL expression of type date.
-#}
{%- macro add_days(date, days) -%}
    {{- return(adapter.dispatch('add_days', 'attested')(date, days)) -}}
{%- endmacro -%}

{%- macro default__add_days(date, days) -%}
    cast({{ date }} + cast({{ days }} as integer) as date)
{%- endmacro -%}

{%- macro spark__add_days(date, days) -%}
    date_add({{ date }}, cast({{ days }} as integer))
{%- endmacro -%}
