{#-
    A regular expression over words as they are written, by its name in seeds/rules/text_patterns.csv, for what words say
    that have no class: `<name>` in it stands for another of them.
    Arguments: name (string). Returns a regular expression with the capturing groups of the seed, empty while dbt only
    parses; raises a compiler error for a name that nothing defines. In a unit test, too, it is the pattern of the seed.
-#}
{%- macro text_pattern(name) -%}
    {%- set seed = ref('text_patterns') -%}
    {%- if not execute -%}
        {{- return('') -}}
    {%- elif '__dbt__cte__' in seed | string -%}
        {%- set seed = api.Relation.create(schema='seeds', identifier='text_patterns') -%}
    {%- endif -%}
    {%- set patterns = {} -%}
    {%- for row in run_query('select * from ' ~ seed).rows -%}
        {%- do patterns.update({row['pattern_name']: row['pattern']}) -%}
    {%- endfor -%}
    {{- return(expanded_pattern(name, patterns)) -}}
{%- endmacro -%}

{#- The pattern of a name with all that it names written out. -#}
{%- macro expanded_pattern(name, patterns) -%}
    {%- if name not in patterns -%}
        {{- exceptions.raise_compiler_error("No text pattern '" ~ name ~ "'") -}}
    {%- endif -%}
    {%- set pieces = [] -%}
    {%- for piece in modules.re.split('(<[a-z_]+>)', patterns[name]) -%}
        {%- set is_name = piece.startswith('<') and piece.endswith('>') -%}
        {%- do pieces.append('(?:' ~ expanded_pattern(piece[1:-1], patterns) ~ ')' if is_name else piece) -%}
    {%- endfor -%}
    {{- return(pieces | join('')) -}}
{%- endmacro -%}
