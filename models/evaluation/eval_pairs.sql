-- One row per annotated record and found fact of one kind in one article: everything that could be the same thing.

with records as (
    select * from {{ ref('eval_gold_records') }}
),

predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

spans as (
    select * from {{ ref('eval_predicted_spans') }}
),

overlapping as (
    select distinct
        records.annotation_id,
        spans.prediction_id
    from records
    inner join predictions
        on
            records.annotated_article_id = predictions.annotated_article_id
            and records.fact_type = predictions.fact_type
    inner join spans
        on
            predictions.prediction_id = spans.prediction_id
            and records.evidence_field = spans.evidence_field
            and records.evidence_start < spans.span_end
            and records.evidence_end > spans.span_start
),

pairs as (
    select
        {{ content_id(['records.annotation_id', 'predictions.prediction_id']) }} as pair_id,
        records.annotation_id,
        predictions.prediction_id,
        records.fact_type,
        overlapping.annotation_id is not null as has_evidence_overlap
    from records
    inner join predictions
        on
            records.annotated_article_id = predictions.annotated_article_id
            and records.fact_type = predictions.fact_type
    left join overlapping
        on
            records.annotation_id = overlapping.annotation_id
            and predictions.prediction_id = overlapping.prediction_id
)

select * from pairs
