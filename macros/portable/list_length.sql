{#-
    The number of elements of a list column.
    Arguments: list (SQL expression). Returns a SQL expression of type integer.
-#}
{%- macro list_length(list) -%}
    {{- return(adapter.dispatch('list_length', 'attested')(list)) -}}
{%- endmacro -%}

{%- macro default__list_length(list) -%}
    len({{ list }})
{%- endmacro -%}

{%- macro spark__list_length(list) -%}
    array_size({{ list }})
{%- endmacro -%}
