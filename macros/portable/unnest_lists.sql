{#-
    One row per position of lists that are equally long, with the elements that stand there and the 1-based position.
    Arguments: relation (a name to select from), columns (list of column names kept on every row), lists (mapping from
    the name of a new column to the SQL expression of the list that it is taken from), position (name of its column).
    Returns a complete select statement, to be the body of a common table expression.
-#}
{%- macro unnest_lists(relation, columns, lists, position) -%}
    {{- return(adapter.dispatch('unnest_lists', 'attested')(relation, columns, lists, position)) -}}
{%- endmacro -%}

{%- macro default__unnest_lists(relation, columns, lists, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        {%- for name, list in lists.items() %}
        unnest({{ list }}) as {{ name }},
        {%- endfor %}
        generate_subscripts({{ lists.values() | first }}, 1) as {{ position }}
    from {{ relation }}
{%- endmacro -%}

{#- Lists have to be columns first, since their names become those of the elements. -#}
{%- macro spark__unnest_lists(relation, columns, lists, position) -%}
    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        {%- for name in lists %}
        elements.{{ name }},
        {%- endfor %}
        position_before + 1 as {{ position }}
    from (
        select
            {%- for column in columns %}
            {{ column }},
            {%- endfor %}
            posexplode(arrays_zip({{ lists.keys() | join(', ') }})) as (position_before, elements)
        from (
            select
                {%- for column in columns %}
                {{ column }},
                {%- endfor %}
                {%- for name, list in lists.items() %}
                {{ list }} as {{ name }} {{- ',' if not loop.last }}
                {%- endfor %}
            from {{ relation }}
        ) as listed
    ) as exploded
{%- endmacro -%}
