{#-
    A text without the white space around it: every space that Unicode knows, and the byte order mark. (The engines' own
    trim takes the ASCII space only, and DuckDB's trim with a list of characters is five times slower than this.)
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro trim_spaces(text) -%}
    {{- replace_all(text, '^[\\s\\p{Z}\\x{FEFF}]+|[\\s\\p{Z}\\x{FEFF}]+\\z', '') -}}
{%- endmacro -%}
