{#-
    The rows of a rule seed, read while a model compiles, so that every pattern is a constant when the query is planned
    (a pattern that comes from a column is compiled anew for each row).
    Arguments: relation, a ref() to the seed; order_by, a list of column names that makes the order certain.
    Returns a list of rows (agate), empty while dbt only parses.
-#}
{%- macro rule_seed(relation, order_by) -%}
    {%- if execute -%}
        {{- return(run_query('select * from ' ~ relation ~ ' order by ' ~ order_by | join(', ')).rows) -}}
    {%- endif -%}
    {{- return([]) -}}
{%- endmacro -%}
