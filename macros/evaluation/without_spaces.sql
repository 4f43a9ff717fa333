{#-
    A text without any white space. Two people who copy the same words may break lines differently; counted in
    characters other than white space, a position is the same for both.
    Arguments: text (SQL expression).
    Returns a SQL expression of type text.
-#}
{%- macro without_spaces(text) -%}
    {{ replace_all(text, '[\\s\\p{Z}]+', '') }}
{%- endmacro -%}
