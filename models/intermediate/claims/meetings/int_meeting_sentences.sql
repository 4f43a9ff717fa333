-- Grain: one sentence with a word of meeting or talking, as a class string in which parties to meetings are units.

with

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

meeting_sentences as (
    select
        sentence_id,
        article_id,
        {{ rewrite_units('mention_classes', 3) }} as party_classes
    from sentence_units
    where {{ matches('word_classes', compile_pattern('<meeting_word|by_phone>', grammar())) }}
)

select * from meeting_sentences
