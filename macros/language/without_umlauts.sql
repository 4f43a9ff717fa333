{#-
    A text in which vowels that stand for umlauts are the plain ones: 'schroeder' becomes 'schroder', as 'schröder' does
    without its marks. Changes 'michael', too, so it is for comparing only.
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro without_umlauts(text) -%}
    replace(replace(replace({{ text }}, 'oe', 'o'), 'ue', 'u'), 'ae', 'a')
{%- endmacro -%}
