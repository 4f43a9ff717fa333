-- Grain: one casualty figure whose own sentence leaves open where it happened.

with

anchors as (
    select * from {{ ref('int_claim_anchors') }}
),

scopes as (
    select
        claim_key,
        scope
    from {{ ref('int_casualty_scopes') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

stated_places as (
    select
        claim_key,
        breadth,
        country
    from {{ ref('int_stated_places') }}
),

-- One event happened somewhere in the country that its sentence names, a longer toll in all of it. The toll of a war is
-- not that of the town that its article keeps to.
unplaced_figures as (
    select
        anchors.claim_key,
        anchors.article_id,
        sentences.sentence_index,
        scopes.scope,
        stated_places.breadth as stated_breadth,
        stated_places.country as stated_country
    from anchors
    inner join scopes on anchors.claim_key = scopes.claim_key
    inner join sentences on anchors.sentence_id = sentences.sentence_id
    left join stated_places on anchors.claim_key = stated_places.claim_key
    where
        scopes.scope != 'cumulative'
        and (stated_places.breadth is null or (scopes.scope = 'event' and stated_places.breadth > 2))
)

select * from unplaced_figures
