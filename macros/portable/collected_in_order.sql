{#-
    An aggregate: the values of a group as a list, in the order of another column.
    Arguments: value, order_by (SQL expressions, not null). Returns a SQL expression of type list.
-#}
{%- macro collected_in_order(value, order_by) -%}
    {{- return(adapter.dispatch('collected_in_order', 'attested')(value, order_by)) -}}
{%- endmacro -%}

{%- macro default__collected_in_order(value, order_by) -%}
    array_agg({{ value }} order by {{ order_by }})
{%- endmacro -%}

{%- macro spark__collected_in_order(value, order_by) -%}
    transform(
        array_sort(collect_list(struct({{ order_by }} as place, {{ value }} as element))), placed -> placed.element
    )
{%- endmacro -%}
