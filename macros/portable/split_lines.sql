{#-
    The lines of a text as a list, without the line feeds, so that the lengths plus one each add up to positions.
    Arguments: text (SQL expression).
    Returns a SQL expression of type list of text.
-#}
{%- macro split_lines(text) -%}
    {{- return(adapter.dispatch('split_lines', 'attested')(text)) -}}
{%- endmacro -%}

{%- macro default__split_lines(text) -%}
    string_split({{ text }}, chr(10))
{%- endmacro -%}

{%- macro spark__split_lines(text) -%}
    split({{ text }}, '\n', -1)
{%- endmacro -%}
