-- Grain: one word of meeting or talking, with the class strings left and right of it.

with

words as (
    select * from {{ ref('int_words') }}
    where {{ matches('symbol', '^' ~ compile_pattern('<meeting_word>', grammar())) }}
),

meeting_sentences as (
    select * from {{ ref('int_meeting_sentences') }}
),

anchors as (
    select
        words.sentence_id,
        words.article_id,
        words.token_index,
        words.token_count,
        words.symbol as anchor_symbol,
        words.word_class,
        words.meaning as mode,
        substring(meeting_sentences.party_classes, 1, words.token_index - 1) as classes_before,
        substring(meeting_sentences.party_classes, words.token_index + words.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from words
    inner join meeting_sentences on words.sentence_id = meeting_sentences.sentence_id
    -- A word inside a larger unit ("the Munich Security Conference") is no anchor.
    where substring(meeting_sentences.party_classes, words.token_index, 1) = words.symbol
)

select * from anchors
