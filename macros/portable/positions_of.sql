{#-
    The positions of a list, from 1 to its length, as a list; an empty list for an empty one.
    Arguments: list (SQL expression). Returns a SQL expression of type list of integers.
-#}
{%- macro positions_of(list) -%}
    {{- return(adapter.dispatch('positions_of', 'attested')(list)) -}}
{%- endmacro -%}

{%- macro default__positions_of(list) -%}
    range(1, len({{ list }}) + 1)
{%- endmacro -%}

{%- macro spark__positions_of(list) -%}
    slice(sequence(0, array_size({{ list }})), 2, array_size({{ list }}))
{%- endmacro -%}
