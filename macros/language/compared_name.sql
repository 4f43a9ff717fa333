{#-
    A name as names are compared: small letters without accents, marks, a bracketed acronym or an article in front, so
    that 'Al-Hayali', 'el Hayali' and 'Hayali' are one, and 'the Free Army (FA)' is 'free army'.
    Arguments: name (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro compared_name(name) -%}
    trim({{ replace_all(
        replace_all('lower(' ~ strip_accents(replace_all(name, ' *[(][^)]*[)]', '')) ~ ')', '[^\\p{L}\\p{N}]+', ' '),
        '^(?:al|el|the) ', ''
    ) }})
{%- endmacro -%}
