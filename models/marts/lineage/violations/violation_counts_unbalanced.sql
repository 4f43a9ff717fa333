-- Grain: one count that does not agree with another count of the same things.

with

loads as (
    select * from {{ source('raw', 'loads') }}
),

counted as (
    {%- for table, column in {
        'documents': 'documents_new', 'articles': 'documents_new', 'rejects': 'documents_rejected'
    }.items() %}
        select
            loads.load_id,
            '{{ column }} of the load against rows of raw.{{ table }}' as comparison,
            max(loads.{{ column }}) as stated,
            count(records.load_id) as found
        from loads
        left join {{ source('raw', table) }} as records on loads.load_id = records.load_id
        group by loads.load_id

        union all
    {% endfor %}
    select
        load_id,
        'documents_seen of the load against new, known and rejected' as comparison,
        documents_seen as stated,
        documents_new + documents_known + documents_rejected as found
    from loads
    {%- for earlier, later in {
        source('raw', 'articles'): ref('stg_articles'), ref('stg_articles'): ref('dim_articles')
    }.items() %}

        union all

        select
            'all loads' as load_id,
            'rows of {{ earlier.identifier }} against {{ later.identifier }}' as comparison,
            (select count(*) from {{ earlier }}) as stated,
            (select count(*) from {{ later }}) as found
    {%- endfor %}
),

violations as (
    select
        load_id as record_id,
        comparison || ': ' || cast(stated as {{ dbt.type_string() }}) || ' and '
        || cast(found as {{ dbt.type_string() }}) as problem
    from counted
    where stated != found
)

select * from violations
