{#-
    The day of the week of a date: 1 for Monday, 7 for Sunday.
    Arguments: date (SQL expression). Returns a SQL expression of type integer.
-#}
{%- macro iso_weekday(date) -%}
    {{- return(adapter.dispatch('iso_weekday', 'attested')(date)) -}}
{%- endmacro -%}

{%- macro default__iso_weekday(date) -%}
    isodow({{ date }})
{%- endmacro -%}

{%- macro spark__iso_weekday(date) -%}
    (weekday({{ date }}) + 1)
{%- endmacro -%}
