{#-
    Makes tables of the raw layer out of Parquet files, one folder for each, where Spark can read them. DuckDB needs none of
    this: its loaders write the tables themselves. To be run with `dbt run-operation` before the models. Annotations are
    left out, since the evaluation is for DuckDB.
    Arguments: folder (path or address: /data/raw, s3a://bucket/raw).
-#}
{%- macro register_raw(folder) -%}
    {%- do run_query('create schema if not exists raw') -%}
    {%- for source in graph.sources.values() if 'evaluation' not in source.fqn -%}
        {%- do run_query('drop table if exists raw.' ~ source.name) -%}
        {%- do run_query(
            'create table raw.' ~ source.name ~ ' using parquet location ' ~ pattern(folder ~ '/' ~ source.name)
        ) -%}
    {%- endfor -%}
{%- endmacro -%}
