-- Grain: one fact whose own words are not those of the raw article at its offsets.

with

facts as (
    {%- for fact in ['fct_casualty_figures', 'fct_control_claims', 'fct_meeting_reports'] %}
        select
            claim_id as record_id,
            article_id,
            evidence_field,
            exact,
            start_offset,
            end_offset
        from {{ ref(fact) }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

violations as (
    select
        facts.record_id,
        'other words stand at the offsets than ' || facts.exact as problem
    from facts
    left join articles on facts.article_id = articles.article_id
    where
        substring(
            case when facts.evidence_field = 'title' then articles.title else articles.text end,
            facts.start_offset + 1,
            facts.end_offset - facts.start_offset
        ) is distinct from facts.exact
)

select * from violations
