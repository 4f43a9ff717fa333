{#-
    An id derived from content: a hash over length-prefixed parts, so that ('a-b', 'c') and ('a', 'b-c') differ.
    Arguments: parts, a list of SQL expressions of any scalar type; null is a part of its own, distinct from ''.
    Returns a SQL expression: 32 hexadecimal digits, the same on every engine.
-#}
{%- macro content_id(parts) -%}
    md5(
        {%- for part in parts %}
        coalesce(
            cast(length(cast({{ part }} as {{ dbt.type_string() }})) as {{ dbt.type_string() }})
            || ':' || cast({{ part }} as {{ dbt.type_string() }}), '-'
        ) {%- if not loop.last %} || {% endif -%}
        {%- endfor %}
    )
{%- endmacro -%}
