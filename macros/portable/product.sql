{#-
    An aggregate: the product of the numbers of a group; nulls are left out.
    Arguments: number (SQL expression). Returns a SQL expression of type double.
-#}
{%- macro product(number) -%}
    {{- return(adapter.dispatch('product', 'attested')(number)) -}}
{%- endmacro -%}

{%- macro default__product(number) -%}
    product({{ number }})
{%- endmacro -%}

{%- macro spark__product(number) -%}
    aggregate(collect_list(cast({{ number }} as double)), cast(1 as double), (product, factor) -> product * factor)
{%- endmacro -%}
