{#-
    Regular expression (a constant, to stand between single quotes) whose matches cover a paragraph: each match runs to
    the next full stop, question or exclamation mark (with the quotes and brackets it closes) that white space follows.
-#}
{%- macro sentence_piece_pattern() -%}
    {%- set closing = '["”’»)\\]'']' -%}
    {%- set inside = '(?:[^.!?…]+|[.!?…]+' ~ closing ~ '*[^\\s\\p{Z}.!?…"”’»)\\]''])' -%}
    {{ inside }}*[.!?…]+{{ closing }}*(?:[\s\p{Z}]+|\z)|{{ inside }}+
{%- endmacro -%}
