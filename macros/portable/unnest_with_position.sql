{#-
    One row per element of a list column, with its 0-based position.
    Arguments: relation (a name to select from), columns (list of column names kept on every row), list_expression
    (SQL expression giving the list), element and position (names of the two new columns).
    Returns a complete select statement, to be the body of a common table expression.
-#}
{%- macro unnest_with_position(relation, columns, list_expression, element, position) -%}
    {{- return(adapter.dispatch('unnest_with_position', 'attested')(
        relation, columns, list_expression, element, position
    )) -}}
{%- endmacro -%}

{%- macro default__unnest_with_position(relation, columns, list_expression, element, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        unnest({{ list_expression }}) as {{ element }},
        generate_subscripts({{ list_expression }}, 1) - 1 as {{ position }}
    from {{ relation }}
{%- endmacro -%}

{%- macro spark__unnest_with_position(relation, columns, list_expression, element, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        posexplode({{ list_expression }}) as ({{ position }}, {{ element }})
    from {{ relation }}
{%- endmacro -%}
