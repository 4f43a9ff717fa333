{#-
    What the capturing groups of a regular expression matched, all in one pass; empty texts where nothing matched.
    Arguments: text (SQL expression), regex (string, see pattern.sql), count (of the groups).
    Returns a SQL expression: a struct with the fields group1, group2 ...
-#}
{%- macro extract_groups(text, regex, count) -%}
    {{- return(adapter.dispatch('extract_groups', 'attested')(text, regex, count)) -}}
{%- endmacro -%}

{%- macro default__extract_groups(text, regex, count) -%}
    regexp_extract(
        {{ text }}, {{ pattern(regex) }},
        [{% for number in range(1, count + 1) %}'group{{ number }}'{{ ', ' if not loop.last }}{% endfor %}]
    )
{%- endmacro -%}

{%- macro spark__extract_groups(text, regex, count) -%}
    named_struct(
        {%- for number in range(1, count + 1) %}
        'group{{ number }}', {{ extract_group(text, regex, number) }} {{- ',' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro -%}
