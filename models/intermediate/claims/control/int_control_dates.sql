-- Grain: one statement of control whose day is known, with the mention that gives it: its own words, else another
-- mention of the same statement, else what the article says elsewhere of the same event ("Rebels took Salma on Friday
-- ... Salma, seized by the rebels"), else what it says close by of a place without a name ("Tadef air base has fallen
-- to the rebels. They captured the base on Friday").
{%- set most_days_back = 400 %}
{%- set most_characters_apart = 500 %}
{%- set is_change = "mentions.relation in ('captured', 'lost', 'withdrew')" %}
{%- set head = replace_all(
    replace_all('mentions.territory', text_pattern('territory_surroundings'), ''), text_pattern('article_before'), ''
) %}

with

mentions as (
    select * from {{ ref('int_control_claims') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
    where event_date is not null
),

documents as (
    select
        article_id,
        cast(published_date as date) as published_date
    from {{ ref('int_document_dates') }}
),

entities as (
    select
        entity_id,
        side
    from {{ ref('stg_entities') }}
),

described as (
    select
        mentions.claim_key,
        mentions.claim_id,
        mentions.mention_id,
        mentions.article_id,
        mentions.relation,
        {{ is_change }} as is_change,
        mentions.evidence_field,
        mentions.start_offset,
        dates.event_date,
        documents.published_date,
        {{ matches(head, '\\p{Lu}') }} as is_named,
        {{ extract_group(head, '(?:^|[^\\p{L}])(\\p{Ll}+)\\z', 1) }} as place_noun,
        case
            when
                mentions.is_whole_place
                and mentions.share_text is null
                and {{ is_change }}
                then mentions.place_id
        end as place_id,
        coalesce(
            entities.side,
            mentions.actor_id,
            {{ replace_all('lower(mentions.actor)', text_pattern('article_before'), '') }}
        ) as side
    from mentions
    left join dates on mentions.claim_key = dates.claim_key
    left join documents on mentions.article_id = documents.article_id
    left join entities on mentions.actor_id = entities.entity_id
),

-- What happened to a place long ago may have happened to it again.
events as (
    select
        article_id,
        relation,
        place_id,
        side,
        {{ min_by('claim_key', 'start_offset') }} as claim_key
    from described
    where
        place_id is not null
        and event_date >= {{ add_days('published_date', '-' ~ most_days_back) }}
    group by article_id, relation, place_id, side
    having min(event_date) = max(event_date)
),

-- One of the two has a name; "parts" and "towns" may be others.
told_beside as (
    select
        described.claim_id,
        {{ min_by('beside.claim_key', 'abs(beside.start_offset - described.start_offset)') }} as date_key
    from described
    inner join described as beside
        on
            described.article_id = beside.article_id
            and described.evidence_field = beside.evidence_field
            and described.relation = beside.relation
            and described.side = beside.side
            and described.place_noun = beside.place_noun
            and described.is_named != beside.is_named
    where
        described.is_change
        and described.event_date is null
        and beside.event_date is not null
        and abs(beside.start_offset - described.start_offset) <= {{ most_characters_apart }}
        and described.place_noun not like '%s'
        and described.place_noun not in ('part', 'rest', 'half', 'area', 'territory', 'land', 'ground')
    group by described.claim_id
    having min(beside.event_date) = max(beside.event_date)
),

candidates as (
    select
        claim_id,
        claim_key as date_key,
        case when mention_id = claim_id then 1 else 2 end as preference,
        evidence_field,
        start_offset
    from described
    where event_date is not null

    union all

    select
        described.claim_id,
        events.claim_key as date_key,
        3 as preference,
        described.evidence_field,
        described.start_offset
    from described
    inner join events
        on
            described.article_id = events.article_id
            and described.relation = events.relation
            and described.place_id = events.place_id
            and described.side = events.side

    union all

    select
        claim_id,
        date_key,
        4 as preference,
        null as evidence_field,
        null as start_offset
    from told_beside
),

control_dates as (
    select
        claim_id,
        date_key
    from candidates
    qualify row_number() over (
        partition by claim_id
        order by preference, evidence_field, start_offset, date_key
    ) = 1
)

select * from control_dates
