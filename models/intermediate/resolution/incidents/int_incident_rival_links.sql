-- Grain: two figures of one article that are rival tolls of one event.

with

figures as (
    select * from {{ ref('int_incident_figures') }}
),

-- Within an article, two who give much the same number in the same breath speak of the same dead.
rivals as (
    select
        figures.claim_id,
        others.claim_id as other_claim_id
    from figures
    inner join figures as others
        on
            figures.article_id = others.article_id
            and figures.outcome = others.outcome
            and figures.place_id = others.place_id
            and figures.attributed_to != others.attributed_to
            and figures.sentence_index between others.sentence_index and others.sentence_index + 2
            and figures.claim_id != others.claim_id
    where
        coalesce(figures.window_end = others.window_end, true)
        and least(figures.size, others.size) >= 4
        and greatest(figures.size, others.size) <= 2 * least(figures.size, others.size)
        and not figures.is_addition
        and {{ may_be_same_people('figures', 'others') }}
),

-- A toll that is dismissed, and the one that is set against it, are tolls of one event, however far apart.
disputed as (
    select
        disputes.denied_claim_id as claim_id,
        disputes.counter_claim_id as other_claim_id
    from {{ ref('int_stated_disputes') }} as disputes
    inner join figures on disputes.denied_claim_id = figures.claim_id
    inner join figures as others on disputes.counter_claim_id = others.claim_id
    where {{ may_be_same_people('figures', 'others') }}
),

incident_rival_links as (
    select * from rivals
    union
    select * from disputed
)

select
    claim_id as node,
    other_claim_id as other_node
from incident_rival_links
