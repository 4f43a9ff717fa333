{#-
    A text without the white space before it: every space that Unicode knows.
    Arguments: text (SQL expression). Returns a SQL expression of type text.
-#}
{%- macro trim_left(text) -%}
    {%- set spaces = ' \t\n\r\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000' -%}
    {{- return(adapter.dispatch('trim_left', 'attested')(text, spaces)) -}}
{%- endmacro -%}

{%- macro default__trim_left(text, spaces) -%}
    ltrim({{ text }}, '{{ spaces }}')
{%- endmacro -%}

{%- macro spark__trim_left(text, spaces) -%}
    trim(leading '{{ spaces }}' from {{ text }})
{%- endmacro -%}
