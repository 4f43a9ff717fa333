-- Grain: one sentence that is not what its article has at its offsets.

with

sentences as (
    select * from {{ ref('stg_sentences') }}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

violations as (
    select
        sentences.sentence_id as record_id,
        'the article does not have at the offsets: ' || sentences.text as problem
    from sentences
    left join articles on sentences.article_id = articles.article_id
    where
        substring(
            case when sentences.evidence_field = 'title' then articles.title else articles.text end,
            sentences.start_offset + 1,
            sentences.end_offset - sentences.start_offset
        ) is distinct from sentences.text
)

select * from violations
