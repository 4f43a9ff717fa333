{#-
    Loads the rows of a seed into the table made for it, in Spark; in DuckDB dbt reads the file itself. It takes the place
    of the adapter's own macro, which in a session quotes neither apostrophes nor nulls. The rows go as one JSON text, since
    Spark takes long to read thousands of literals.
    Arguments: model (the seed, as dbt knows it), agate_table (its rows). Returns the SQL, for dbt's log.
-#}
{%- macro spark__load_csv_rows(model, agate_table) -%}
    {%- set rows, fields, columns = [], [], [] -%}
    {%- for name in agate_table.column_names -%}
        {%- set type = model['config'].get('column_types', {}).get(name, adapter.convert_type(agate_table, loop.index0)) -%}
        {%- do fields.append(name ~ ':string') -%}
        {%- do columns.append('cast(' ~ name ~ ' as ' ~ type ~ ')') -%}
    {%- endfor -%}
    {%- for row in agate_table.rows -%}
        {%- set record = {} -%}
        {%- for name in agate_table.column_names if row[name] is not none -%}
            {%- do record.update({name: row[name] | string}) -%}
        {%- endfor -%}
        {%- do rows.append(record) -%}
    {%- endfor -%}
    {%- set sql -%}
        insert into {{ this }}
        select {{ columns | join(', ') }}
        from (select inline(from_json(
            {{ pattern(tojson(rows) | replace("'", '\\u0027')) }}, 'array<struct<{{ fields | join(',') }}>>'
        )))
    {%- endset -%}
    {%- do adapter.add_query(sql, abridge_sql_log=True) -%}
    {{- return(sql) -}}
{%- endmacro -%}
