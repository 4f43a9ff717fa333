{#-
    Whether a regular expression occurs anywhere in a text; null where the text is null.
    Arguments: text (SQL expression), regex (string, see pattern.sql).
    Returns a SQL expression of type boolean.
-#}
{%- macro matches(text, regex) -%}
    {{- return(adapter.dispatch('matches', 'attested')(text, regex)) -}}
{%- endmacro -%}

{%- macro default__matches(text, regex) -%}
    regexp_matches({{ text }}, {{ pattern(regex) }})
{%- endmacro -%}

{%- macro spark__matches(text, regex) -%}
    ({{ text }} rlike {{ pattern(regex) }})
{%- endmacro -%}
