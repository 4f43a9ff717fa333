-- Grain: one figure for an incident with its independent source, and whether that source has since replaced it.

with

clusters as (
    select * from {{ ref('int_incident_clusters') }}
),

figures as (
    select * from {{ ref('int_incident_figures') }}
),

claims as (
    select * from {{ ref('int_casualty_claims') }}
),

copies as (
    select * from {{ ref('int_article_copies') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

-- Whoever is quoted is the source, through whatever outlets; in its own voice the publisher is, of a copy that of the
-- original.
sourced as (
    select
        clusters.incident_id,
        figures.*,
        claims.qualifier,
        copies.article_id is not null as is_copy,
        coalesce(publishers.publisher_id, publishers.name, copies.duplicate_of_article_id, figures.article_id)
            as publisher,
        coalesce(
            claims.attributed_to_id,
            {{ compared_words('claims.attributed_to') }},
            publishers.publisher_id,
            publishers.name,
            copies.duplicate_of_article_id,
            figures.article_id
        ) as source
    from clusters
    inner join figures on clusters.claim_id = figures.claim_id
    inner join claims on clusters.claim_id = claims.claim_id
    left join copies on figures.article_id = copies.article_id
    left join publishers on coalesce(copies.duplicate_of_article_id, figures.article_id) = publishers.article_id
),

-- A source's last word replaces what it said before. Of two figures of one day the larger is the later, as tolls rise.
incident_statements as (
    select
        *,
        row_number() over (
            partition by incident_id, source
            order by published_date desc nulls last, size desc, sentence_index asc, claim_id asc
        ) = 1 as is_last_word
    from sourced
)

select * from incident_statements
