{#-
    A text without the white space around it: ASCII, no-break and every other Unicode space, and the byte order mark.
    (The engines' own trim takes the ASCII space only.)
    Arguments: text (SQL expression).
    Returns a SQL expression of type text.
-#}
{%- macro trim_spaces(text) -%}
    {{ replace_all(text, '^[\\s\\p{Z}\\x{FEFF}]+|[\\s\\p{Z}\\x{FEFF}]+\\z', '') }}
{%- endmacro -%}
