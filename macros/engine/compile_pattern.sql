{#-
    Turns a pattern as people write it into a regular expression over class strings.

    In a class string every token of a sentence is one character: the symbol of its class, or `~` where the token
    continues the unit that began before it. A pattern is made of
        <people_noun>           one unit of a class, or a named pattern from seeds/rules/named_patterns.csv
        <comma|and>             one unit of any of these classes
        <!comma|stop>           one unit of any other class
        ? * + {0,4} ( | )       as in every regular expression; spaces mean nothing
    Arguments: source (the pattern), grammar (see grammar.sql).
    Returns a regular expression without capturing groups; raises a compiler error for a name that nothing defines.
-#}
{%- macro compile_pattern(source, grammar) -%}
    {%- set pieces = [] -%}
    {%- for piece in modules.re.split('(<[^>]+>)', source) -%}
        {%- if not modules.re.match('<[^>]+>', piece) -%}
            {%- do pieces.append(modules.re.sub('\\((?!\\?)', '(?:', modules.re.sub('\\s+', '', piece))) -%}
        {%- else -%}
            {%- set body = piece[1:-1] -%}
            {%- set is_negated = body.startswith('!') -%}
            {%- set names = (body[1:] if is_negated else body).split('|') -%}
            {%- if names | length == 1 and names[0] in grammar.patterns and not is_negated -%}
                {%- do pieces.append('(?:' ~ compile_pattern(grammar.patterns[names[0]], grammar) ~ ')') -%}
            {%- else -%}
                {%- set symbols = [] -%}
                {%- for name in names -%}
                    {%- if name not in grammar.symbols -%}
                        {{- exceptions.raise_compiler_error("No word class or named pattern '" ~ name ~ "' (in: " ~ source ~ ")") -}}
                    {%- endif -%}
                    {%- do symbols.append(grammar.symbols[name]) -%}
                {%- endfor -%}
                {%- set set_of_symbols = symbols | join('') -%}
                {%- do pieces.append('(?:' ~ ('[^~' ~ set_of_symbols ~ ']' if is_negated else '[' ~ set_of_symbols ~ ']') ~ '~*)') -%}
            {%- endif -%}
        {%- endif -%}
    {%- endfor -%}
    {{- return(pieces | join('')) -}}
{%- endmacro -%}
