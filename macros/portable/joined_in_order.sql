{#-
    An aggregate: the texts of a group joined without anything between them, in the order of another column.
    Arguments: text, order_by (SQL expressions). Returns a SQL expression of type text.
-#}
{%- macro joined_in_order(text, order_by) -%}
    {{- return(adapter.dispatch('joined_in_order', 'attested')(text, order_by)) -}}
{%- endmacro -%}

{%- macro default__joined_in_order(text, order_by) -%}
    string_agg({{ text }}, '' order by {{ order_by }})
{%- endmacro -%}

{%- macro spark__joined_in_order(text, order_by) -%}
    listagg({{ text }}, '') within group (order by {{ order_by }})
{%- endmacro -%}
