{#-
    A model as a table, made anew in one statement. (The adapter's own materialization makes it under another name and
    then swaps the two, in ten statements for each model. Nobody reads the work file while it is built.)
-#}
{%- materialization table, adapter='duckdb', supported_languages=['sql'] -%}
    {%- set existing = load_cached_relation(this) -%}
    {%- set table = this.incorporate(type='table') -%}
    {%- set is_contract = config.get('contract').enforced -%}
    {%- if existing is not none and not existing.is_table -%}
        {%- do adapter.drop_relation(existing) -%}
    {%- endif -%}
    {%- if is_contract -%}
        {%- do get_assert_columns_equivalent(compiled_code) -%}
    {%- endif -%}
    {#- Two statements, where the table has constraints, and so a transaction. -#}
    {%- call statement('main', auto_begin=is_contract) -%}
        create or replace table {{ table }}
        {% if is_contract -%}
            {{ get_table_columns_and_constraints() }};
            insert into {{ table }} {{ get_column_names() }}
            {{ get_select_subquery(compiled_code) }}
        {%- else -%}
            as
            {{ compiled_code }}
        {%- endif %}
    {%- endcall -%}
    {%- do persist_docs(table, model) -%}
    {%- if is_contract -%}
        {%- do adapter.commit() -%}
    {%- endif -%}
    {{- return({'relations': [table]}) -}}
{%- endmaterialization -%}
