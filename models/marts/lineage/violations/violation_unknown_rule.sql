-- Grain: one claim whose rule no seed has.

{%- set rule_seeds = {'casualty': 'casualty_rules', 'control': 'control_rules', 'meeting': 'meeting_rules'} %}

with

lineage as (
    select * from {{ ref('fct_lineage') }}
),

rules as (
    {%- for claim_type, rule_seed in rule_seeds.items() %}
        select
            '{{ claim_type }}' as claim_type,
            rule_id
        from {{ ref(rule_seed) }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

violations as (
    select
        lineage.claim_id as record_id,
        'no seed for claims of type ' || lineage.claim_type || ' has the rule ' || lineage.rule_id as problem
    from lineage
    left join rules on lineage.claim_type = rules.claim_type and lineage.rule_id = rules.rule_id
    where rules.rule_id is null
)

select * from violations
