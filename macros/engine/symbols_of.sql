{#- The symbols of some word classes, to stand inside the brackets of a regular expression. -#}
{%- macro symbols_of(word_classes) -%}
    {%- set symbols = grammar().symbols -%}
    {%- if execute -%}
        {%- for word_class in word_classes -%}{{- symbols[word_class] -}}{%- endfor -%}
    {%- endif -%}
{%- endmacro -%}
