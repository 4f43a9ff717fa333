{#-
    A word in small letters with one letter for each sound that is written as two: doubled consonants, and pairs with h.
    Arguments: word (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro single_letters(word) -%}
    {%- set ns = namespace(text=word) -%}
    {%- for pair, letter in [('kh', 'k'), ('gh', 'g'), ('dh', 'd'), ('ph', 'f'), ('ck', 'k'), ('q', 'k')] -%}
        {%- set ns.text = "replace(" ~ ns.text ~ ", '" ~ pair ~ "', '" ~ letter ~ "')" -%}
    {%- endfor -%}
    {%- for letter in 'bdfklmnrstz' -%}
        {%- set ns.text = "replace(" ~ ns.text ~ ", '" ~ letter ~ letter ~ "', '" ~ letter ~ "')" -%}
    {%- endfor -%}
    {{ ns.text }}
{%- endmacro -%}

{#-
    The consonants of a word in small letters, which stay when a name is written in another alphabet: 'mohamed' and
    'muhamad' are both 'mhmd'. A vowel at the beginning counts as 'a', an h at the end for nothing.
    Arguments: word (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro consonants(word) -%}
    {{ replace_all(replace_all(replace_all(word, '^[aeiou]', '1'), '[aeiouy]+|h\\z', ''), '^1', 'a') }}
{%- endmacro -%}
