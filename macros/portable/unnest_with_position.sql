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

{#- The list is made in a query of its own, since DuckDB would make it twice, for its elements and for their positions. -#}
{%- macro default__unnest_with_position(relation, columns, list_expression, element, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        unnest(listed_elements) as {{ element }},
        generate_subscripts(listed_elements, 1) - 1 as {{ position }}
    from (
        select
            {%- for column in columns %}
            {{ column }},
            {%- endfor %}
            {{ list_expression }} as listed_elements
        from {{ relation }}
    ) as listed
{%- endmacro -%}

{%- macro spark__unnest_with_position(relation, columns, list_expression, element, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        posexplode({{ list_expression }}) as ({{ position }}, {{ element }})
    from {{ relation }}
{%- endmacro -%}
