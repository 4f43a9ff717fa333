{#-
    Everything that a pattern may name: word classes (a symbol each) and named patterns (written with other names).
    Returns a dictionary with `symbols` (word class -> one character), `patterns` (name -> pattern as written), and
    `compiled` (name -> regular expression, filled by compile_pattern so that each is compiled once).
-#}
{%- macro grammar() -%}
    {%- set word_classes = rule_seed(ref('word_classes'), ['word_class']) -%}
    {%- set named_patterns = rule_seed(ref('named_patterns'), ['pattern_name']) -%}
    {%- set symbols, patterns = {}, {} -%}
    {%- for row in word_classes -%}
        {%- do symbols.update({row['word_class']: row['symbol']}) -%}
    {%- endfor -%}
    {%- for row in named_patterns -%}
        {%- do patterns.update({row['pattern_name']: row['pattern']}) -%}
    {%- endfor -%}
    {{- return({'symbols': symbols, 'patterns': patterns, 'compiled': {}}) -}}
{%- endmacro -%}
