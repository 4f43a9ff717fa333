{#- The symbol of a full stop: put after a sentence, so that patterns need no other sign for its end. -#}
{%- macro closing_symbol() -%}
    {{- grammar().symbols['stop'] -}}
{%- endmacro -%}
