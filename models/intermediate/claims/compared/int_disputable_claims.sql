-- Grain: one mention of a claim that can be disputed, with its sentence, its source and what it is about.

with

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

anchors as (
    select * from {{ ref('int_claim_anchors') }}
),

attributions as (
    select
        claim_key,
        attributed_to,
        is_denied
    from {{ ref('int_claim_attributions') }}
),

casualties as (
    select
        mentions.claim_key,
        claims.claim_id,
        claims.outcome as topic,
        claims.scope
    from {{ ref('int_casualty_mentions') }} as mentions
    inner join {{ ref('int_casualty_claims') }} as claims on mentions.main_claim_key = claims.claim_key
    where mentions.whole_claim_key is null
),

controls as (
    select distinct
        claim_key,
        claim_id,
        case when share_text is not null then 'share' else 'control' end as topic,
        cast(null as {{ dbt.type_string() }}) as scope
    from {{ ref('int_control_claims') }}
),

topics as (
    select * from casualties
    union all
    select * from controls
),

disputable_claims as (
    select
        anchors.claim_key,
        anchors.claim_type,
        anchors.sentence_id,
        anchors.anchor_index,
        sentences.article_id,
        sentences.sentence_index,
        attributions.attributed_to,
        coalesce(attributions.is_denied, false) as is_denied,
        topics.claim_id,
        topics.topic,
        topics.scope
    from anchors
    inner join sentences on anchors.sentence_id = sentences.sentence_id
    inner join topics on anchors.claim_key = topics.claim_key
    left join attributions on anchors.claim_key = attributions.claim_key
)

select * from disputable_claims
