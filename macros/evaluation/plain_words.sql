{#-
    The words of a text for tolerant comparison: lower case, no diacritics, full stops and apostrophes closed up
    ("U.S.-backed" gives us, backed; "Da'esh" gives daesh).
    Arguments: text (SQL expression).
    Returns a SQL expression of type list of texts.
-#}
{%- macro plain_words(text) -%}
    {%- set closed_up = replace_all(text, '[.`\\x27\\x{2018}\\x{2019}]', '') -%}
    {{ extract_all('lower(' ~ strip_accents(closed_up) ~ ')', '[\\p{L}\\p{N}]+') }}
{%- endmacro -%}
