-- Grain: one sentence of an article in which a meeting rule holds somewhere, as a class string in which parties to
-- meetings are units: who "he" or "the minister" is may stand in any of them.

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

articles as (
    select distinct article_id from matches
),

party_sentences as (
    select
        sentence_units.sentence_id,
        sentence_units.article_id,
        {{ rewrite_units('sentence_units.mention_classes', 3) }} as party_classes
    from sentence_units
    inner join articles on sentence_units.article_id = articles.article_id
)

select * from party_sentences
