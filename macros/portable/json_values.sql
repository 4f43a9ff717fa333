{#-
    The values of a field of a JSON object as a list of texts: one for a scalar, each element of an array. Absent
    fields and JSON nulls give a null element.
    Arguments: record (SQL expression, JSON text), field (SQL expression giving the field's name).
-#}
{%- macro json_values(record, field) -%}
    {{- return(adapter.dispatch('json_values', 'attested')(record, field)) -}}
{%- endmacro -%}

{%- macro default__json_values(record, field) -%}
    case json_type({{ record }}, '$.' || {{ field }})
        when 'ARRAY' then from_json(json_extract({{ record }}, '$.' || {{ field }}), '["VARCHAR"]')
        else [json_extract_string({{ record }}, '$.' || {{ field }})]
    end
{%- endmacro -%}

{%- macro spark__json_values(record, field) -%}
    coalesce(
        from_json(get_json_object({{ record }}, concat('$.', {{ field }})), 'array<string>'),
        array(get_json_object({{ record }}, concat('$.', {{ field }})))
    )
{%- endmacro -%}
