{#-
    The number of days from one date to another: negative, if the first argument is the earlier one.
    Arguments: later, earlier (SQL expressions). Returns a SQL expression of type integer.
-#}
{%- macro date_difference(later, earlier) -%}
    {{- return(adapter.dispatch('date_difference', 'attested')(later, earlier)) -}}
{%- endmacro -%}

{%- macro default__date_difference(later, earlier) -%}
    date_diff('day', {{ earlier }}, {{ later }})
{%- endmacro -%}

{%- macro spark__date_difference(later, earlier) -%}
    datediff({{ later }}, {{ earlier }})
{%- endmacro -%}
