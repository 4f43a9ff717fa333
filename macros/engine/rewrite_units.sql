{#-
    One pass of the grammar: the units of a class string are grouped into larger units, everything else stays as it is.
    The string keeps its length, so that the position of a character is still the index of the token.
    Arguments: classes (SQL expression, a class string), level (which rules of seeds/rules/unit_rules.csv).
    Returns a SQL expression of type text.
    Where two rules match at the same place the one with the lower priority number wins, then the longer match.
    Most units are for no rule, and one pattern of all the rules finds that out faster than each rule in turn.
-#}
{%- macro rewrite_units(classes, level) -%}
    {%- set rules = rule_seed(ref('unit_rules'), ['level', 'priority', 'unit_rule']) -%}
    {%- set language = grammar() -%}
    {%- set compiled = [] -%}
    {%- for rule in rules if rule['level'] == level -%}
        {%- do compiled.append((compile_pattern(rule['pattern'], language), language.symbols[rule['becomes']])) -%}
    {%- endfor -%}
    {%- set any_rule = '(?:' ~ compiled | map(attribute=0) | join(')|(?:') ~ ')' -%}
    {%- set becomes -%}
        case
            when not {{ matches('unit', '^(?:' ~ any_rule ~ ')\\z') }} then unit
            {%- for regex, symbol in compiled %}
            when {{ matches('unit', '^' ~ regex ~ '\\z') }} then '{{ symbol }}' || repeat('~', length(unit) - 1)
            {%- endfor %}
        end
    {%- endset -%}
    {{- transform_and_join(extract_all(classes, any_rule ~ '|.~*'), 'unit', becomes) -}}
{%- endmacro -%}
