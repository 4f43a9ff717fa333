-- Grain: one part of a claim that has a value but no span of evidence.

{%- set parts = [
    ('fct_casualty_figures', 'claim', 'true'),
    ('fct_casualty_figures', 'value', 'true'),
    ('fct_casualty_figures', 'date', 'date_method is not null or period_text is not null'),
    ('fct_casualty_figures', 'place', 'place_text is not null'),
    ('fct_casualty_figures', 'attribution', 'attributed_to is not null'),
    ('fct_control_claims', 'claim', 'true'),
    ('fct_control_claims', 'value', 'share_text is not null'),
    ('fct_control_claims', 'date', 'date_method is not null'),
    ('fct_control_claims', 'attribution', 'attributed_to is not null'),
    ('fct_meeting_reports', 'claim', 'true'),
    ('fct_meeting_reports', 'participant', 'true'),
    ('fct_meeting_reports', 'date', 'date_method is not null'),
    ('fct_meeting_reports', 'place', 'place_text is not null'),
    ('fct_meeting_reports', 'attribution', 'attributed_to is not null'),
] %}

with

evidence as (
    select * from {{ ref('bridge_claim_evidence') }}
),

parts as (
    {%- for fact, evidence_role, has_value in parts %}
        select
            claim_id,
            '{{ fact }}' as fact,
            '{{ evidence_role }}' as evidence_role
        from {{ ref(fact) }}
        where {{ has_value }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

violations as (
    select
        parts.claim_id as record_id,
        parts.fact || ' has no evidence of role ' || parts.evidence_role as problem
    from parts
    left join evidence
        on parts.claim_id = evidence.claim_id and parts.evidence_role = evidence.evidence_role
    where evidence.claim_id is null
)

select * from violations
