{#-
    A text without the white space around it: every space that Unicode knows, and the byte order mark.
    (The engines' own trim takes the ASCII space only.)
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro trim_spaces(text) -%}
    {%- set spaces = ' \t\n\x0b\r\f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' -%}
    {{- return(adapter.dispatch('trim_spaces', 'attested')(text, spaces)) -}}
{%- endmacro -%}

{%- macro default__trim_spaces(text, spaces) -%}
    trim({{ text }}, '{{ spaces }}')
{%- endmacro -%}

{%- macro spark__trim_spaces(text, spaces) -%}
    trim(both '{{ spaces }}' from {{ text }})
{%- endmacro -%}
