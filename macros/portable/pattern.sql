{#-
    A regular expression as a SQL string constant, in which a backslash means what it says.
    Arguments: regex (string without a single quote: write \x27 for an apostrophe). Constants are compiled once per
    query; a pattern that comes from a column is compiled for every row.
    Returns a SQL literal.
-#}
{%- macro pattern(regex) -%}
    {%- if "'" in regex -%}
        {{ exceptions.raise_compiler_error("Write \\x27 for the apostrophe in the pattern " ~ regex) }}
    {%- endif -%}
    {{- return(adapter.dispatch('pattern', 'attested')(regex)) -}}
{%- endmacro -%}

{%- macro default__pattern(regex) -%}
    '{{ regex }}'
{%- endmacro -%}

{%- macro spark__pattern(regex) -%}
    r'{{ regex }}'
{%- endmacro -%}
