-- One row per annotated record, with the place of its evidence in the article.
-- Positions count characters other than white space (see without_spaces); the first occurrence of the words counts, in
-- the text before the title.

with annotations as (
    select * from {{ source('raw', 'annotations') }}
),

articles as (
    select * from {{ ref('eval_articles') }}
),

searched as (
    select
        annotations.annotation_id,
        articles.annotated_article_id,
        annotations.gold_file,
        annotations.external_id,
        annotations.record_kind as fact_type,
        annotations.record_index,
        annotations.is_optional,
        annotations.record,
        annotations.evidence,
        length({{ without_spaces('annotations.evidence') }}) as evidence_length,
        {{ dbt.position(without_spaces('annotations.evidence'), without_spaces('articles.text')) }} as place_in_text,
        {{ dbt.position(without_spaces('annotations.evidence'), without_spaces('articles.title')) }} as place_in_title
    from annotations
    inner join articles
        on annotations.gold_file = articles.gold_file and annotations.external_id = articles.external_id
),

placed as (
    select
        annotation_id,
        annotated_article_id,
        gold_file,
        external_id,
        fact_type,
        record_index,
        is_optional,
        record,
        evidence,
        case when place_in_text > 0 then 'text' when place_in_title > 0 then 'title' end as evidence_field,
        coalesce(nullif(place_in_text, 0), nullif(place_in_title, 0)) - 1 as evidence_start,
        coalesce(nullif(place_in_text, 0), nullif(place_in_title, 0)) - 1 + evidence_length as evidence_end
    from searched
)

select * from placed
