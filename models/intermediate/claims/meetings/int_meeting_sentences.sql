-- Grain: one sentence with a word of meeting or talking, as a class string in which parties to meetings are units.

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

meeting_words as (
    select * from {{ ref('int_words') }}
    where {{ matches('symbol', '^' ~ compile_pattern('<meeting_word>', grammar())) }}
),

sentences as (
    select distinct sentence_id from meeting_words
),

meeting_sentences as (
    select
        sentence_units.sentence_id,
        sentence_units.article_id,
        {{ rewrite_units('sentence_units.mention_classes', 3) }} as party_classes
    from sentence_units
    inner join sentences on sentence_units.sentence_id = sentences.sentence_id
)

select * from meeting_sentences
