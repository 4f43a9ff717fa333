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
    {%- if not execute -%}
        {{- return('') -}}
    {%- endif -%}
    {%- set pieces = [] -%}
    {%- for piece in modules.re.split('(<[^>]+>)', source) -%}
        {%- if not modules.re.match('<[^>]+>', piece) -%}
            {%- do pieces.append(modules.re.sub('\\((?!\\?)', '(?:', modules.re.sub('\\s+', '', piece))) -%}
        {%- else -%}
            {%- set body = piece[1:-1] -%}
            {%- set is_negated = body.startswith('!') -%}
            {%- set names = (body[1:] if is_negated else body).split('|') -%}
            {%- set symbols, alternatives = [], [] -%}
            {%- for name in names -%}
                {%- if name in grammar.patterns and not is_negated -%}
                    {%- if name not in grammar.compiled -%}
                        {%- do grammar.compiled.update({name: compile_pattern(grammar.patterns[name], grammar)}) -%}
                    {%- endif -%}
                    {%- do alternatives.append(grammar.compiled[name]) -%}
                {%- elif name in grammar.symbols -%}
                    {%- do symbols.append(grammar.symbols[name]) -%}
                {%- else -%}
                    {{- exceptions.raise_compiler_error("No word class or named pattern '" ~ name ~ "' (in: " ~ source ~ ")") -}}
                {%- endif -%}
            {%- endfor -%}
            {%- if symbols -%}
                {%- do alternatives.append('[' ~ ('^~' if is_negated else '') ~ symbols | join('') ~ ']~*') -%}
            {%- endif -%}
            {%- do pieces.append('(?:' ~ alternatives | join('|') ~ ')') -%}
        {%- endif -%}
    {%- endfor -%}
    {#- What is put before or behind the pattern ('^', say) holds for each of its alternatives. -#}
    {%- set has_alternatives = '|' in modules.re.sub('<[^>]+>', '', source) -%}
    {{- return('(?:' ~ pieces | join('') ~ ')' if has_alternatives else pieces | join('')) -}}
{%- endmacro -%}
