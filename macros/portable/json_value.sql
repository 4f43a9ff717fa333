{#-
    The value of one field of a JSON object as text; null where the field is absent or null.
    Arguments: record (SQL expression, JSON text), field (SQL expression giving the field's name).
    Returns a SQL expression of type text.
-#}
{%- macro json_value(record, field) -%}
    {{- return(adapter.dispatch('json_value', 'attested')(record, field)) -}}
{%- endmacro -%}

{%- macro default__json_value(record, field) -%}
    json_extract_string({{ record }}, '$.' || {{ field }})
{%- endmacro -%}

{%- macro spark__json_value(record, field) -%}
    get_json_object({{ record }}, concat('$.', {{ field }}))
{%- endmacro -%}
