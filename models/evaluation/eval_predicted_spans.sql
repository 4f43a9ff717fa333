-- One row per span of the article that a found fact rests on: its own evidence, and further sentences that repeat it.
-- Positions count characters other than white space, as for the annotated evidence.

with predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

articles as (
    select * from {{ ref('eval_articles') }}
),

evidence as (
    select * from {{ ref('bridge_claim_evidence') }}
    where evidence_role = 'claim'
),

spans as (
    select
        prediction_id,
        annotated_article_id,
        evidence_field,
        start_offset,
        end_offset
    from predictions
    union
    select
        predictions.prediction_id,
        predictions.annotated_article_id,
        evidence.evidence_field,
        evidence.start_offset,
        evidence.end_offset
    from predictions
    inner join evidence on predictions.claim_id = evidence.claim_id
),

fields as (
    select
        spans.*,
        case spans.evidence_field when 'title' then articles.title else articles.text end as field_text
    from spans
    inner join articles on spans.annotated_article_id = articles.annotated_article_id
),

squeezed as (
    select
        {{ content_id(['prediction_id', 'evidence_field', 'start_offset', 'end_offset']) }} as predicted_span_id,
        prediction_id,
        evidence_field,
        length({{ without_spaces('substring(field_text, 1, start_offset)') }}) as span_start,
        length({{ without_spaces('substring(field_text, 1, end_offset)') }}) as span_end
    from fields
)

select * from squeezed
