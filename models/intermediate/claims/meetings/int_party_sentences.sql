-- Grain: one sentence of an article that speaks of meetings, as a class string in which parties to them are units.

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

meeting_words as (
    select * from {{ ref('int_words') }}
    where
        word_class in (
            'met', 'meet', 'meeting', 'call', 'video', 'spoke', 'discussed', 'phoned', 'visited', 'hosted', 'gathered'
        )
),

articles as (
    select distinct article_id from meeting_words
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
