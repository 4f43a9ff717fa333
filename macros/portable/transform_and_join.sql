{#-
    Every element of a list of texts turned into another text, and all of them joined without anything between.
    Arguments: list (SQL expression), element (the name that stands for an element), expression (SQL over that name).
    Returns a SQL expression of type text.
-#}
{%- macro transform_and_join(list, element, expression) -%}
    {{- return(adapter.dispatch('transform_and_join', 'attested')(list, element, expression)) -}}
{%- endmacro -%}

{%- macro default__transform_and_join(list, element, expression) -%}
    array_to_string({{ transform_list(list, element, expression) }}, '')
{%- endmacro -%}

{%- macro spark__transform_and_join(list, element, expression) -%}
    array_join({{ transform_list(list, element, expression) }}, '')
{%- endmacro -%}
