-- Grain: one statement of control as one article makes it, however many times.

with

claims as (
    select * from {{ ref('int_control_claims') }}
    where mention_id = claim_id
    qualify row_number() over (
        partition by claim_id
        order by claim_key
    ) = 1
),

control_claims as (
    select
        claim_id,
        article_id,
        actor_id,
        actor,
        place_id,
        territory,
        relation,
        share,
        share_low,
        share_high,
        share_text,
        cast(null as date) as as_of_date,
        cast(null as {{ dbt.type_string() }}) as date_precision,
        cast(null as {{ dbt.type_string() }}) as date_method,
        stance,
        cast(null as {{ dbt.type_string() }}) as attributed_to_id,
        cast(null as {{ dbt.type_string() }}) as attributed_to,
        cast(null as {{ dbt.type_string() }}) as via,
        rule_id,
        sentence_id,
        evidence_field,
        exact,
        start_offset,
        end_offset
    from claims
)

select * from control_claims
