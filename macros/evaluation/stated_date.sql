{#-
    A date as exact as it is known, as ISO text: '2017-09-12', '2017-09' or '2017'; null where it is not.
    Arguments: date, precision, earliest, latest (SQL expressions; earliest and latest may be 'null'). Where no date is given but its
    bounds lie in one month or year, that is what is known.
-#}
{%- macro stated_date(date, precision, earliest, latest) -%}
    case
        when {{ date }} is not null and {{ precision }} = 'year' then left(cast({{ date }} as {{ dbt.type_string() }}), 4)
        when {{ date }} is not null and {{ precision }} = 'month' then left(cast({{ date }} as {{ dbt.type_string() }}), 7)
        when {{ date }} is not null then left(cast({{ date }} as {{ dbt.type_string() }}), 10)
        {%- for length in [10, 7, 4] %}
        when left(cast({{ earliest }} as {{ dbt.type_string() }}), {{ length }})
            = left(cast({{ latest }} as {{ dbt.type_string() }}), {{ length }})
            then left(cast({{ earliest }} as {{ dbt.type_string() }}), {{ length }})
        {%- endfor %}
    end
{%- endmacro -%}
