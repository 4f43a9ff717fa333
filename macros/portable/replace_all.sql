{#-
    A text with every match of a regular expression replaced.
    Arguments: text (SQL expression), regex (string, see pattern.sql), replacement (string; \1 stands for the first
    group).
    Returns a SQL expression of type text.
-#}
{%- macro replace_all(text, regex, replacement) -%}
    {{- return(adapter.dispatch('replace_all', 'attested')(text, regex, replacement)) -}}
{%- endmacro -%}

{%- macro default__replace_all(text, regex, replacement) -%}
    regexp_replace({{ text }}, {{ pattern(regex) }}, {{ pattern(replacement) }}, 'g')
{%- endmacro -%}

{%- macro spark__replace_all(text, regex, replacement) -%}
    regexp_replace({{ text }}, {{ pattern(regex) }}, {{ pattern(replacement | replace('\\', '$')) }})
{%- endmacro -%}
