{#-
    An aggregate: the value that stands beside the smallest of another column, among the values that are not null.
    Arguments: value, order_by (SQL expressions). Returns a SQL expression of the value's type.
-#}
{%- macro min_by(value, order_by) -%}
    {{- return(adapter.dispatch('min_by', 'attested')(value, order_by)) -}}
{%- endmacro -%}

{%- macro default__min_by(value, order_by) -%}
    min_by({{ value }}, {{ order_by }})
{%- endmacro -%}

{#- Spark passes over a row for a null in the order, not in the value. -#}
{%- macro spark__min_by(value, order_by) -%}
    min_by({{ value }}, case when {{ value }} is not null then {{ order_by }} end)
{%- endmacro -%}
