-- Grain: two figures of different sources for one incident that cannot both hold, the larger one first. "Dozens" and
-- "hundreds" claim no exactness and contradict nothing.

{%- set least_victims = 12 %}
{%- set most_days_of_rise = 7 %}

with

statements as (
    select
        *,
        published_date > {{ add_days('window_end', 2) }} as is_settled,
        row_number() over (
            partition by incident_id, size
            order by published_date, claim_id
        ) = 1 as is_first_of_size
    from {{ ref('int_incident_statements') }}
    where is_last_word and not is_copy and not is_addition and qualifier != 'vague'
),

claims as (
    select
        claim_id,
        original_value,
        attributed_to,
        {{ compared_words('victims') }} as victims,
        {{ matches(compared_words('victims'), text_pattern('anybody')) }} as counts_anybody
    from {{ ref('int_casualty_claims') }}
),

-- What is said later and higher continues a rising toll, also on the same day as far as articles tell; what is said in
-- the same article, or later and lower, contradicts, and so does what another source says when tolls no longer rise: of
-- many that give the same number then, the first. Of two figures that are not the main ones the words for the
-- victims must agree: ten employees and six Saudis may be dead of one attack. Who says five times as many counts
-- something else, and so do most of those who differ about a handful. An article does not contradict in its own voice
-- whom it quotes: there "the toll was earlier put at eight".
incident_conflicts as (
    select
        statements.incident_id,
        statements.claim_id as claim_id_a,
        others.claim_id as claim_id_b,
        'The figures exclude each other: '
        || claims.original_value
        || ' ('
        || coalesce(claims.attributed_to, 'publisher')
        || ') and ' || other_claims.original_value || ' (' || coalesce(other_claims.attributed_to, 'publisher') || ')'
            as detail
    from statements
    inner join statements as others
        on
            statements.incident_id = others.incident_id
            and statements.source != others.source
    inner join claims on statements.claim_id = claims.claim_id
    inner join claims as other_claims on others.claim_id = other_claims.claim_id
    where
        not {{ can_both_hold('statements', 'others') }}
        and not {{ may_be_rounded('statements', 'others') }}
        and statements.size > others.size
        and statements.size >= {{ least_victims }}
        and statements.size <= 5 * others.size
        and (
            (
                statements.article_id = others.article_id
                and claims.attributed_to is not null
                and other_claims.attributed_to is not null
            )
            or statements.published_date < others.published_date
            or (
                claims.attributed_to is not null
                and other_claims.attributed_to is not null
                and {{ date_difference('statements.published_date', 'others.published_date') }}
                > {{ most_days_of_rise }}
                and others.is_settled
                and statements.is_first_of_size
                and others.is_first_of_size
            )
        )
        and (
            (statements.is_lead_figure and others.is_lead_figure)
            or coalesce(claims.victims = other_claims.victims, true)
            or (
                statements.article_id = others.article_id
                and (claims.counts_anybody or other_claims.counts_anybody)
            )
        )
)

select * from incident_conflicts
