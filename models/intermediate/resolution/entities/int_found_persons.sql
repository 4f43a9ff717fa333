-- Grain: one person whom no seed knows, with the office, body and country that stand with the name most often.

with

offices as (
    select * from {{ ref('int_person_offices') }}
),

stated as (
    {%- for attribute in ['role', 'affiliation', 'country'] %}
        select
            entity_id,
            '{{ attribute }}' as attribute,
            {{ attribute }} as stated
        from offices
        where {{ attribute }} is not null
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

most_stated as (
    select
        entity_id,
        attribute,
        stated,
        count(*) as mention_count
    from stated
    group by entity_id, attribute, stated
    qualify row_number() over (
        partition by entity_id, attribute
        order by mention_count desc, length(stated) desc, stated
    ) = 1
),

persons as (
    select distinct entity_id from offices
),

found_persons as (
    select
        persons.entity_id,
        max(most_stated.stated) filter (where most_stated.attribute = 'role') as role,
        max(most_stated.stated) filter (where most_stated.attribute = 'affiliation') as affiliation,
        max(most_stated.stated) filter (where most_stated.attribute = 'country') as country
    from persons
    left join most_stated on persons.entity_id = most_stated.entity_id
    group by persons.entity_id
)

select * from found_persons
