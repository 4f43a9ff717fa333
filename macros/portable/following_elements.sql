{#-
    What follows each element of a list: all elements but the first, and null behind the last.
    Arguments: list (SQL expression). Returns a SQL expression of type list, as long as the other.
-#}
{%- macro following_elements(list) -%}
    {{- return(adapter.dispatch('following_elements', 'attested')(list)) -}}
{%- endmacro -%}

{%- macro default__following_elements(list) -%}
    ({{ list }})[2:] || [null]
{%- endmacro -%}

{%- macro spark__following_elements(list) -%}
    concat(slice({{ list }}, 2, array_size({{ list }})), array(null))
{%- endmacro -%}
