{#-
    The regular expression that cuts a sentence into tokens, each with the white space before it: abbreviations with
    inner stops (U.S.), numbers with separators (370,000), words, and any other mark alone. It covers every character,
    so that the lengths of the pieces add up to the offsets.
-#}
{%- macro token_pattern() -%}
    {{- return(
        '[\\s\\p{Z}]*(?:(?:\\p{Lu}\\.){2,}|[0-9]+(?:[.,][0-9]+)*'
        ~ '|[\\p{L}\\p{M}\\p{N}_]+|--|[^\\p{L}\\p{M}\\p{N}_\\s\\p{Z}])'
    ) -}}
{%- endmacro -%}
