{#-
    One element of a list; null past its end.
    Arguments: list (SQL expression), position (1-based, SQL expression). Returns a SQL expression.
-#}
{%- macro list_element(list, position) -%}
    {{- return(adapter.dispatch('list_element', 'attested')(list, position)) -}}
{%- endmacro -%}

{%- macro default__list_element(list, position) -%}
    ({{ list }})[{{ position }}]
{%- endmacro -%}

{%- macro spark__list_element(list, position) -%}
    get({{ list }}, {{ position }} - 1)
{%- endmacro -%}
