-- Grain: one casualty figure or meeting for which its own sentence gives no date, and how its sentence opens. A meeting
-- at or after which somebody spoke is among them: the dates of such a sentence are of what was said.

{%- set speaking = compile_pattern('<speaking_at>', grammar()) ~ '\\z' %}
{%- set addition = '^' ~ compile_pattern('<addition>', grammar()) %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type in ('casualty', 'meeting')
),

candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

documents as (
    select
        article_id,
        cast(published_date as date) as published_date
    from {{ ref('int_document_dates') }}
),

dated as (
    select distinct claim_key from candidates
    where claim_type = 'meeting' or not is_date_of_speech
),

described as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.article_id,
        sentences.sentence_index,
        documents.published_date,
        -- "Another 73 were injured."
        {{ matches('sentence_units.unit_classes', addition) }} as is_addition,
        claims.claim_type = 'meeting'
        and {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', speaking) }}
            as is_followed_by_speech
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    left join documents on claims.article_id = documents.article_id
),

undated_claims as (
    select described.* from described
    left join dated on described.claim_key = dated.claim_key
    where dated.claim_key is null or described.is_followed_by_speech
)

select * from undated_claims
