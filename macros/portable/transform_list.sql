{#-
    Every element of a list turned into something else.
    Arguments: list (SQL expression), element (the name that stands for an element), expression (SQL over that name).
    Returns a SQL expression of type list.
-#}
{%- macro transform_list(list, element, expression) -%}
    {{- return(adapter.dispatch('transform_list', 'attested')(list, element, expression)) -}}
{%- endmacro -%}

{%- macro default__transform_list(list, element, expression) -%}
    list_transform({{ list }}, lambda {{ element }}: {{ expression }})
{%- endmacro -%}

{%- macro spark__transform_list(list, element, expression) -%}
    transform({{ list }}, {{ element }} -> {{ expression }})
{%- endmacro -%}
