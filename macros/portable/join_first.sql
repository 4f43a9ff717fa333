{#-
    The first elements of a list of texts, put together without anything between them.
    Arguments: list (SQL expression), number (SQL expression, how many elements; null gives null).
    Returns a SQL expression of type text.
-#}
{%- macro join_first(list, number) -%}
    {{- return(adapter.dispatch('join_first', 'attested')(list, number)) -}}
{%- endmacro -%}

{%- macro default__join_first(list, number) -%}
    case when {{ number }} is not null then array_to_string(({{ list }})[1:{{ number }}], '') end
{%- endmacro -%}

{%- macro spark__join_first(list, number) -%}
    array_join(slice({{ list }}, 1, {{ number }}), '')
{%- endmacro -%}
