-- Grain: one claim of any kind, said in one line, with whose it is and where it stands.

with

figures as (
    select * from {{ ref('fct_casualty_figures') }}
),

control_claims as (
    select * from {{ ref('fct_control_claims') }}
),

meeting_reports as (
    select * from {{ ref('fct_meeting_reports') }}
),

conflicts as (
    select * from {{ ref('fct_claim_conflicts') }}
),

articles as (
    select * from {{ ref('dim_articles') }}
),

places as (
    select * from {{ ref('dim_places') }}
),

stated as (
    select
        claim_id,
        'casualty' as claim_type,
        concat_ws(' ', original_value, outcome, '(' || victims || ')') as claim_summary,
        event_date,
        date_precision,
        place_id,
        place_text,
        attributed_to,
        via,
        article_id,
        rule_id,
        sentence_id,
        exact
    from figures

    union all

    select
        claim_id,
        'control' as claim_type,
        concat_ws(
            ' ', case when stance = 'denied' then 'denied:' end, actor, relation, share_text || ' of', territory
        ) as claim_summary,
        as_of_date as event_date,
        date_precision,
        place_id,
        territory as place_text,
        attributed_to,
        via,
        article_id,
        rule_id,
        sentence_id,
        exact
    from control_claims

    union all

    select
        claim_id,
        'meeting' as claim_type,
        concat_ws(' ', participants, '(' || status || ', ' || replace(mode, '_', ' ') || ')') as claim_summary,
        meeting_date as event_date,
        date_precision,
        place_id,
        place_text,
        attributed_to,
        via,
        article_id,
        rule_id,
        sentence_id,
        exact
    from meeting_reports
),

sides as (
    select claim_id_a as claim_id from conflicts

    union all

    select claim_id_b as claim_id from conflicts
),

conflict_counts as (
    select
        claim_id,
        cast(count(*) as integer) as conflict_count
    from sides
    group by claim_id
),

claims as (
    select
        stated.claim_id,
        stated.claim_type,
        stated.claim_summary,
        coalesce(stated.attributed_to, articles.publisher_name) as said_by,
        stated.attributed_to,
        stated.via,
        articles.publisher_name,
        articles.published_date,
        stated.event_date,
        stated.date_precision,
        stated.place_id,
        coalesce(places.name, stated.place_text) as place,
        stated.article_id,
        articles.title,
        coalesce(articles.source_url, articles.source_uri) as source_address,
        stated.rule_id,
        stated.sentence_id,
        stated.exact,
        coalesce(conflict_counts.conflict_count, 0) as conflict_count
    from stated
    inner join articles on stated.article_id = articles.article_id
    left join places on stated.place_id = places.place_id
    left join conflict_counts on stated.claim_id = conflict_counts.claim_id
)

select * from claims
