{#-
    A whole row as JSON text, with its column names as fields.
    Arguments: relation (the name or alias under which the row stands in the from clause).
-#}
{%- macro json_row(relation) -%}
    {{- return(adapter.dispatch('json_row', 'attested')(relation)) -}}
{%- endmacro -%}

{%- macro default__json_row(relation) -%}
    cast(to_json({{ relation }}) as varchar)
{%- endmacro -%}

{%- macro spark__json_row(relation) -%}
    to_json(struct({{ relation }}.*))
{%- endmacro -%}
