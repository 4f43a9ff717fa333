-- Grain: one word of a sentence for an event in which people come to harm: an attack, clashes. A war is no single
-- event, nor is a campaign.

with

words as (
    select * from {{ ref('int_words') }}
),

event_words as (
    select
        sentence_id,
        token_index,
        token_count,
        {{ extract_group('lower(token)', '^(.+?)s?\\z', 1) }} as event_word
    from words
    where word_class in ('attack', 'strife') and coalesce(meaning, 'several') in ('several', 'clashes', 'mishap')
)

select * from event_words
