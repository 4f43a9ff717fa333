-- Grain: one reported statement whose words are not those of the raw article at its offsets.

with

statements as (
    select * from {{ ref('fct_statements') }}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

violations as (
    select
        statements.statement_id as record_id,
        'other words stand at the offsets than ' || statements.exact as problem
    from statements
    left join articles on statements.article_id = articles.article_id
    where
        substring(
            case when statements.evidence_field = 'title' then articles.title else articles.text end,
            statements.start_offset + 1,
            statements.end_offset - statements.start_offset
        ) is distinct from statements.exact
)

select * from violations
