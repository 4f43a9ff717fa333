{#-
    What one capturing group of a regular expression matched; the empty text where nothing matched.
    Arguments: text (SQL expression), regex (string, see pattern.sql), group (number, 1 for the first).
    Returns a SQL expression of type text.
-#}
{%- macro extract_group(text, regex, group) -%}
    regexp_extract({{ text }}, {{ pattern(regex) }}, {{ group }})
{%- endmacro -%}
