-- One row per matched pair and slot that is measured on it. Optional records are not measured. Where the annotation has
-- no place, date, ..., that is measured apart ("place_when_gold_null"): right if none was found.

with matches as (
    select * from {{ ref('eval_matches') }}
),

pair_slots as (
    select * from {{ ref('eval_pair_slots') }}
),

records as (
    select * from {{ ref('eval_gold_records') }}
    where not is_optional
),

articles as (
    select * from {{ ref('eval_articles') }}
),

predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

measured as (
    select
        pair_slots.pair_slot_id,
        pair_slots.pair_id,
        records.gold_file,
        records.external_id,
        records.annotation_id,
        pair_slots.prediction_id,
        predictions.rule_id,
        records.fact_type,
        case
            when pair_slots.expected is null and pair_slots.when_absent in ('apart', 'published')
                then pair_slots.slot || '_when_gold_null'
            else pair_slots.slot
        end as slot,
        pair_slots.expected,
        pair_slots.found,
        pair_slots.is_right
        -- the guide: the article's own date is the default of a control claim and is not repeated
        or (
            pair_slots.when_absent = 'published'
            and pair_slots.expected is null
            and pair_slots.found
            = left(cast(articles.published_date as {{ dbt.type_string() }}), length(pair_slots.found))
        ) as is_right
    from matches
    inner join pair_slots on matches.pair_id = pair_slots.pair_id
    inner join records on matches.annotation_id = records.annotation_id
    inner join articles on records.annotated_article_id = articles.annotated_article_id
    inner join predictions on matches.prediction_id = predictions.prediction_id
    where
        (pair_slots.measured_on = 'matched' or pair_slots.measured_on = 'found' and matches.match_kind = 'found')
        and (pair_slots.expected is not null or pair_slots.when_absent <> 'skipped')
)

select * from measured
