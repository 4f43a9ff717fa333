-- One row per pair that may be matched, as found or as near, with its turn.
-- What makes two records one, and why, is in docs/evaluation.md. Turns: found before near; then what rests on the same
-- words, has more participants in common, has the same date, has more slots right; a record that counts before an
-- optional one. The rest is settled by the order in the gold file and the article, so that every run matches alike.

with pairs as (
    select * from {{ ref('eval_pairs') }}
),

flags as (
    select * from {{ ref('eval_pair_flags') }}
),

participants as (
    select * from {{ ref('eval_pair_participants') }}
),

records as (
    select * from {{ ref('eval_gold_records') }}
),

predictions as (
    select * from {{ ref('eval_predicted_records') }}
),

judged as (
    select
        pairs.pair_id,
        pairs.annotation_id,
        pairs.prediction_id,
        pairs.fact_type,
        pairs.has_evidence_overlap,
        flags.right_slots,
        flags.is_date_right and flags.has_expected_date as has_same_date,
        coalesce(participants.in_common, 0) as participants_in_common,
        case pairs.fact_type
            -- a vague figure has no number to know it by
            when 'casualty'
                then
                    flags.is_outcome_right
                    and flags.is_value_right
                    and (flags.has_expected_value or flags.is_quantity_right or pairs.has_evidence_overlap)
            when 'meeting'
                then
                    participants.in_common >= 1 and pairs.has_evidence_overlap
                    or participants.in_common >= 2
                    and flags.is_mode_right
                    and (flags.is_date_right or not flags.has_expected_date or not flags.has_found_date)
            when 'control'
                then
                    flags.is_actor_compatible
                    and flags.is_territory_compatible
                    and flags.is_relation_right
                    and flags.has_expected_share = flags.has_found_share
        end as is_found,
        pairs.has_evidence_overlap
        and case pairs.fact_type
            when 'casualty' then flags.is_outcome_right or flags.is_value_right
            when 'control'
                then
                    cast(flags.is_actor_compatible as integer)
                    + cast(flags.is_territory_compatible as integer)
                    + cast(flags.is_relation_right as integer) >= 2
            else true
        end as is_near
    from pairs
    inner join flags on pairs.pair_id = flags.pair_id
    left join participants on pairs.pair_id = participants.pair_id
),

ranked as (
    select
        judged.pair_id,
        judged.annotation_id,
        judged.prediction_id,
        judged.fact_type,
        judged.has_evidence_overlap,
        judged.right_slots,
        case when judged.is_found then 'found' else 'near' end as match_kind,
        row_number() over (
            order by
                case when judged.is_found then 0 else 1 end,
                case when judged.has_evidence_overlap then 0 else 1 end,
                -1 * judged.participants_in_common,
                case when judged.has_same_date then 0 else 1 end,
                -1 * judged.right_slots,
                case when records.is_optional then 1 else 0 end,
                records.record_index,
                predictions.start_offset,
                judged.annotation_id,
                judged.prediction_id
        ) as match_order
    from judged
    inner join records on judged.annotation_id = records.annotation_id
    inner join predictions on judged.prediction_id = predictions.prediction_id
    where judged.is_found or judged.is_near
)

select * from ranked
