{#-
    A date from its parts; null where there is no such day.
    Arguments: year, month, day (SQL expressions, numbers or texts of digits).
    Returns a SQL expression of type date.
-#}
{%- macro make_date(year, month, day) -%}
    try_cast(
        cast({{ year }} as {{ dbt.type_string() }})
        || '-' || lpad(cast({{ month }} as {{ dbt.type_string() }}), 2, '0')
        || '-' || lpad(cast({{ day }} as {{ dbt.type_string() }}), 2, '0') as date
    )
{%- endmacro -%}
