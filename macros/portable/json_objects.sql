{#-
    The objects in an array field of a JSON object, as a list of JSON texts.
    Arguments: record (SQL expression, JSON text), field (the field's name, a plain Jinja string).
-#}
{%- macro json_objects(record, field) -%}
    {{- return(adapter.dispatch('json_objects', 'attested')(record, field)) -}}
{%- endmacro -%}

{%- macro default__json_objects(record, field) -%}
    cast(json_extract({{ record }}, '$.{{ field }}[*]') as varchar[])
{%- endmacro -%}

{%- macro spark__json_objects(record, field) -%}
    from_json(get_json_object({{ record }}, '$.{{ field }}'), 'array<string>')
{%- endmacro -%}
