-- Grain: one word of meeting or talking, with the class strings left and right of it; "met A in B and C in D" has a
-- second one before C. "Phone calls" and "separate talks" are held with each apart, as is what is done "separately".

{%- set language = grammar() %}
{%- set until_second = compile_pattern(
    '<where_and_when>{0,2} (<comma>? <with>)? <lead_words> <met_party> <where_and_when>{1,4}'
    ~ ' (<comma> <and>|<and>|<comma>)', language
) %}
{%- set second = compile_pattern(
    '<adverb>? <with>? <lead_words> <person_party|official_party> <where_and_when>{1,4}', language
) %}
{%- set end_of_second = compile_pattern(
    '<stop|comma|while|quote> | <and> <!person_party|official_party|officials_party|named_party>', language
) %}
{%- set most_tokens_to_apart = 16 %}

with

words as (
    select * from {{ ref('int_words') }}
    where {{ matches('symbol', '^' ~ compile_pattern('<meeting_word|by_phone>', language)) }}
),

meeting_sentences as (
    select * from {{ ref('int_meeting_sentences') }}
),

-- "Spoke to A and B in separate calls", "met separately with A and B".
apart as (
    select distinct
        words.sentence_id,
        words.token_index
    from words
    inner join {{ ref('int_words') }} as each_words
        on
            words.sentence_id = each_words.sentence_id
            and each_words.token_index between words.token_index - 1 and words.token_index + {{ most_tokens_to_apart }}
    where words.word_class in ('met', 'meet', 'spoke') and each_words.meaning like '%each'
),

stated as (
    select
        words.sentence_id,
        words.article_id,
        words.token_index,
        words.token_count,
        words.symbol as anchor_symbol,
        words.word_class,
        replace(words.meaning, '_each', '') as mode,
        coalesce(words.meaning like '%_each', false) or apart.sentence_id is not null as is_apart,
        substring(meeting_sentences.party_classes, 1, words.token_index - 1) as classes_before,
        substring(meeting_sentences.party_classes, words.token_index + words.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from words
    inner join meeting_sentences on words.sentence_id = meeting_sentences.sentence_id
    left join apart on words.sentence_id = apart.sentence_id and words.token_index = apart.token_index
    -- A word inside a larger unit ("the Munich Security Conference") is no anchor.
    where substring(meeting_sentences.party_classes, words.token_index, 1) = words.symbol
),

gaps as (
    select
        *,
        length({{ extract_group('classes_after', '^(' ~ until_second ~ ')', 1) }}) as gap_count
    from stated
    where word_class in ('met', 'meet')
),

seconds as (
    select
        *,
        length({{ extract_group(
            'substring(classes_after, gap_count + 1)', '^(' ~ second ~ ')(?:' ~ end_of_second ~ ')', 1
        ) }}) as second_count
    from gaps
    where gap_count > 0
),

-- What stands between the subject and the "and" becomes an adverb there, so that the same rules read both.
repeated as (
    select
        sentence_id,
        article_id,
        cast(token_index + token_count + gap_count - 1 as integer) as token_index,
        1 as token_count,
        anchor_symbol,
        word_class,
        mode,
        is_apart,
        classes_before
        || '{{ language.symbols['adverb'] }}'
        || repeat('~', cast(token_count + gap_count - 2 as integer)) as classes_before,
        substring(classes_after, gap_count + 1) as classes_after,
        cast(second_count as integer) as repeated_count
    from seconds
    where second_count > 0
),

anchors as (
    select
        *,
        cast(null as integer) as repeated_count
    from stated

    union all

    select * from repeated
)

select * from anchors
