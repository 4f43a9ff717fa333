{#-
    A text with every kind of apostrophe written as the plain one, so that a name is found however it is typed.
    Arguments: text (SQL expression). Returns a SQL expression of the same length.
-#}
{%- macro plain_apostrophes(text) -%}
    translate({{ text }}, '’‘`', '''''''')
{%- endmacro -%}
