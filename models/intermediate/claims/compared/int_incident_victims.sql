-- Grain: one casualty figure about an event, not a part of another figure, with the kind of people it counts.

with

claims as (
    select * from {{ ref('int_casualty_claims') }}
    where scope = 'event' and whole_claim_key is null
),

sides as (
    select * from {{ ref('victim_sides') }}
),

victim_words as (
    {{ unnest_with_position(
        'claims', ['claim_id'], extract_all('lower(claims.victims)', '[\\p{L}\\p{M}]+'), 'word', 'word_index'
    ) }}
),

armed_victims as (
    select
        victim_words.claim_id,
        min(sides.side) as side
    from victim_words
    inner join sides on victim_words.word = sides.word
    group by victim_words.claim_id
),

-- "More than 80" adds nothing to anything, "six more" does.
incident_victims as (
    select
        claims.claim_id,
        case
            when armed_victims.side is not null then armed_victims.side
            when claims.victim_group in ('unknown', 'mixed') then 'anybody'
            else claims.victim_group
        end as victim_kind,
        claims.victim_group in ('child', 'woman', 'journalist', 'aid_worker') as is_subset,
        {{ matches(
            "replace(lower(claims.original_value || ' ' || coalesce(claims.victims, '')), 'more than', '')", text_pattern('further_victims')
        ) }} as is_addition
    from claims
    left join armed_victims on claims.claim_id = armed_victims.claim_id
)

select * from incident_victims
