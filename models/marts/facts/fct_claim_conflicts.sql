-- Grain: two claims that cannot both hold, in one way in which they conflict.

with

disputes as (
    select
        claim_type,
        denied_claim_id as claim_id_a,
        counter_claim_id as claim_id_b,
        'denied' as conflict_kind,
        'Dismissed in the article by ' || denied_by || ', who says otherwise' as detail
    from {{ ref('int_stated_disputes') }}
    where counter_claim_id is not null
),

control_conflicts as (
    select * from {{ ref('int_control_conflicts') }}
),

incident_conflicts as (
    select * from {{ ref('int_incident_conflicts') }}
),

meeting_contradictions as (
    select * from {{ ref('int_meeting_contradictions') }}
    where has_other_date
),

meeting_reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

unioned as (
    select * from disputes

    union all

    select
        'control' as claim_type,
        claim_id_a,
        claim_id_b,
        conflict_kind,
        detail
    from control_conflicts

    union all

    select
        'casualty' as claim_type,
        claim_id_a,
        claim_id_b,
        'different_value' as conflict_kind,
        detail
    from incident_conflicts

    union all

    select
        'meeting' as claim_type,
        meeting_contradictions.claim_id_a,
        meeting_contradictions.claim_id_b,
        'different_date' as conflict_kind,
        'One meeting cannot have been on both days: '
        || cast(reports_a.date_earliest as {{ dbt.type_string() }})
        || ' and '
        || cast(reports_b.date_earliest as {{ dbt.type_string() }}) as detail
    from meeting_contradictions
    inner join meeting_reports as reports_a on meeting_contradictions.claim_id_a = reports_a.claim_id
    inner join meeting_reports as reports_b on meeting_contradictions.claim_id_b = reports_b.claim_id
),

-- A pair is one conflict of its kind, in whatever order and however often it was found.
claim_conflicts as (
    select
        {{ content_id([
            "'conflict'", 'conflict_kind', 'least(claim_id_a, claim_id_b)', 'greatest(claim_id_a, claim_id_b)'
        ]) }} as conflict_id,
        claim_type,
        claim_id_a,
        claim_id_b,
        conflict_kind,
        detail
    from unioned
    qualify row_number() over (
        partition by conflict_kind, least(claim_id_a, claim_id_b), greatest(claim_id_a, claim_id_b)
        order by detail, claim_id_a
    ) = 1
)

select * from claim_conflicts
