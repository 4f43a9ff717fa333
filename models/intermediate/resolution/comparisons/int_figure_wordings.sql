-- Grain: one way in which a number is given for one thing, an incident or a war in one month, with the first figure
-- that gives it so. "More than 1,400" said by twenty is one wording.

with

incident_figures as (
    select
        statements.*,
        claims.original_value
    from {{ ref('int_incident_statements') }} as statements
    inner join {{ ref('int_casualty_claims') }} as claims on statements.claim_id = claims.claim_id
    where statements.is_last_word and not statements.is_copy and not statements.is_addition and not statements.is_subset
),

war_figures as (
    select * from {{ ref('int_war_figures') }}
),

-- What a war has cost is compared with what is said in the same month and the next.
figures as (
    select
        'incident' as subject_kind,
        incident_id as subject_key,
        0 as month_number,
        outcome,
        victim_kind,
        claim_id,
        original_value,
        qualifier,
        size,
        least,
        most,
        published_date
    from incident_figures

    union all

    select
        'war' as subject_kind,
        conflict_key as subject_key,
        cast(floor({{ date_difference('published_date', "cast('2000-01-01' as date)") }} / 31.0) as integer)
            as month_number,
        outcome,
        victim_kind,
        claim_id,
        original_value,
        qualifier,
        size,
        least,
        most,
        published_date
    from war_figures
),

figure_wordings as (
    select * from figures
    qualify row_number() over (
        partition by subject_kind, subject_key, month_number, outcome, victim_kind, size, least, most
        order by published_date asc nulls last, claim_id asc
    ) = 1
)

select * from figure_wordings
