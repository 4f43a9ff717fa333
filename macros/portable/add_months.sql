{#-
    A date some months later (earlier, if negative), cut to the month's last day.
    Arguments: date (SQL expression), months (SQL expression, whole number).
    Returns a SQL expression of type date.
-#}
{%- macro add_months(date, months) -%}
    {{- return(adapter.dispatch('add_months', 'attested')(date, months)) -}}
{%- endmacro -%}

{%- macro default__add_months(date, months) -%}
    cast({{ date }} + to_months(cast({{ months }} as integer)) as date)
{%- endmacro -%}

{%- macro spark__add_months(date, months) -%}
    add_months({{ date }}, cast({{ months }} as integer))
{%- endmacro -%}
