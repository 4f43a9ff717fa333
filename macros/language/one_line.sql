{#-
    A text with every run of white space as one space, and none around it.
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro one_line(text) -%}
    trim({{ replace_all(text, '[\\s\\p{Z}]+', ' ') }})
{%- endmacro -%}
