{#-
    Every match of a regular expression in a text, in order.
    Arguments: text (SQL expression), regex (string, see pattern.sql).
    Returns a SQL expression of type list of text.
-#}
{%- macro extract_all(text, regex) -%}
    regexp_extract_all({{ text }}, {{ pattern(regex) }}, 0)
{%- endmacro -%}
