-- Grain: one id of an entity or place in a fact that its dimension does not have.

{%- set references = [
    ('fct_casualty_figures', 'perpetrator_id', 'dim_entities', 'entity_id'),
    ('fct_casualty_figures', 'attributed_to_id', 'dim_entities', 'entity_id'),
    ('fct_casualty_figures', 'place_id', 'dim_places', 'place_id'),
    ('fct_control_claims', 'actor_id', 'dim_entities', 'entity_id'),
    ('fct_control_claims', 'attributed_to_id', 'dim_entities', 'entity_id'),
    ('fct_control_claims', 'place_id', 'dim_places', 'place_id'),
    ('fct_meeting_reports', 'attributed_to_id', 'dim_entities', 'entity_id'),
    ('fct_meeting_reports', 'place_id', 'dim_places', 'place_id'),
    ('bridge_meeting_participants', 'entity_id', 'dim_entities', 'entity_id'),
] %}

with

violations as (
    {%- for fact, reference, dimension, dimension_key in references %}
        select
            facts.claim_id as record_id,
            '{{ fact }}.{{ reference }} ' || facts.{{ reference }} || ' is not in {{ dimension }}' as problem
        from {{ ref(fact) }} as facts
        left join {{ ref(dimension) }} as dimensions on facts.{{ reference }} = dimensions.{{ dimension_key }}
        where facts.{{ reference }} is not null and dimensions.{{ dimension_key }} is null
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
)

select * from violations
