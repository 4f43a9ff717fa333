{#-
    The SHA-256 hash of bytes.
    Arguments: content (SQL expression of type binary). Returns a SQL expression: 64 hexadecimal digits.
-#}
{%- macro sha256(content) -%}
    {{- return(adapter.dispatch('sha256', 'attested')(content)) -}}
{%- endmacro -%}

{%- macro default__sha256(content) -%}
    sha256({{ content }})
{%- endmacro -%}

{%- macro spark__sha256(content) -%}
    sha2({{ content }}, 256)
{%- endmacro -%}
