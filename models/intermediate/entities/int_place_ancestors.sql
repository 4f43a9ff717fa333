-- Grain: one place and one place that contains it, itself included.

with

places as (
    select
        place_id,
        parent_place_id,
        place_type
    from {{ ref('stg_places') }}
),

-- A village lies in a district, that in a province, that in a country, some countries in a region: four steps up.
levels as (
    select
        places.place_id,
        places.place_id as level_0,
        parents.place_id as level_1,
        grandparents.place_id as level_2,
        third.place_id as level_3,
        fourth.place_id as level_4
    from places
    left join places as parents on places.parent_place_id = parents.place_id
    left join places as grandparents on parents.parent_place_id = grandparents.place_id
    left join places as third on grandparents.parent_place_id = third.place_id
    left join places as fourth on third.parent_place_id = fourth.place_id
),

listed as (
    {%- for level in range(5) %}
        select
            place_id,
            level_{{ level }} as ancestor_place_id,
            {{ level }} as steps
        from levels
        where level_{{ level }} is not null
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

place_ancestors as (
    select
        listed.place_id,
        listed.ancestor_place_id,
        listed.steps,
        places.place_type as ancestor_type
    from listed
    inner join places on listed.ancestor_place_id = places.place_id
)

select * from place_ancestors
