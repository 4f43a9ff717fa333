{#-
    A number that is the same for the same text, on every engine: the first fifteen hexadecimal digits of its MD5.
    Smaller than the digits, and faster to compare; two of a billion different texts share one about once in two tries.
    Arguments: text (SQL expression). Returns a SQL expression of type bigint, from 0 to 2 ** 60 - 1.
-#}
{%- macro text_hash(text) -%}
    {{- return(adapter.dispatch('text_hash', 'attested')(text)) -}}
{%- endmacro -%}

{%- macro default__text_hash(text) -%}
    cast('0x' || substring(md5({{ text }}), 1, 15) as bigint)
{%- endmacro -%}

{%- macro spark__text_hash(text) -%}
    cast(conv(substring(md5({{ text }}), 1, 15), 16, 10) as bigint)
{%- endmacro -%}
