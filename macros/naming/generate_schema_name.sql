{#- Schemas carry the names of the interface (staging, marts, ...), never a `main_` before them. -#}
{%- macro generate_schema_name(custom_schema_name, node) -%}
    {{- custom_schema_name if custom_schema_name is not none else target.schema -}}
{%- endmacro -%}
