{#-
    The sum of the first elements of a list of numbers.
    Arguments: list (SQL expression), count (how many elements, SQL expression). Returns a SQL expression, a number.
-#}
{%- macro sum_of_first(list, count) -%}
    {{- return(adapter.dispatch('sum_of_first', 'attested')(list, count)) -}}
{%- endmacro -%}

{%- macro default__sum_of_first(list, count) -%}
    list_sum(({{ list }})[1:{{ count }}])
{%- endmacro -%}

{%- macro spark__sum_of_first(list, count) -%}
    aggregate(
        slice({{ list }}, 1, {{ count }}), cast(null as int), (total, number) -> coalesce(total, 0) + number
    )
{%- endmacro -%}
