{#-
    The words of a text in small letters between single spaces, with one at each end, so that a phrase is found as
    whole words: 'the Defence Ministry' becomes ' the defense ministry '.
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro compared_words(text) -%}
    replace(' ' || trim({{ replace_all('lower(' ~ text ~ ')', '[^\\p{L}\\p{N}]+', ' ') }}) || ' ', ' defence ', ' defense ')
{%- endmacro -%}
