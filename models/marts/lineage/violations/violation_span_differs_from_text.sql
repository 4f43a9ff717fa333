-- Grain: one span of evidence whose words are not those of the raw article at its offsets.

with

evidence as (
    select * from {{ ref('bridge_claim_evidence') }}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

fields as (
    select
        evidence.*,
        case when evidence.evidence_field = 'title' then articles.title else articles.text end as field_text
    from evidence
    left join articles on evidence.article_id = articles.article_id
),

violations as (
    select
        claim_id || '-' || cast(evidence_index as {{ dbt.type_string() }}) as record_id,
        'other words stand at the offsets than ' || prefix || '[' || exact || ']' || suffix as problem
    from fields
    where
        field_text is null
        or start_offset < 0
        or end_offset <= start_offset
        or substring(field_text, start_offset + 1, end_offset - start_offset) != exact
        or substring(field_text, start_offset - length(prefix) + 1, length(prefix)) != prefix
        or substring(field_text, end_offset + 1, length(suffix)) != suffix
        or length(prefix) != least(start_offset, 32)
        or length(suffix) != least(length(field_text) - end_offset, 32)
)

select * from violations
