-- Grain: one "since", "in" or "for" behind a superlative, which only compares: "the deadliest attack since July, when
-- 80 died", "one of the heaviest in months".

{%- set most_tokens_to_since = 8 %}
{#- "The largest number were killed since May" counts; so does whatever is told in another clause. -#}
{%- set verb = compile_pattern('<harmed|died|comma|said>', grammar()) %}

with

words as (
    select
        sentence_id,
        token_index,
        token,
        word_class
    from {{ ref('int_words') }}
    where word_class in ('since', 'in', 'for', 'word')
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

compared_sinces as (
    select distinct
        sinces.sentence_id,
        sinces.token_index,
        sinces.word_class = 'since' as is_since
    from words as sinces
    inner join words as superlatives
        on
            sinces.sentence_id = superlatives.sentence_id
            and superlatives.token_index
            between sinces.token_index - {{ most_tokens_to_since }} and sinces.token_index - 1
    inner join sentence_units on sinces.sentence_id = sentence_units.sentence_id
    where
        sinces.word_class != 'word'
        and superlatives.word_class = 'word'
        and {{ matches('lower(superlatives.token)', text_pattern('superlative')) }}
        and not {{ matches(
            'substring(sentence_units.unit_classes, superlatives.token_index + 1, '
            ~ 'sinces.token_index - superlatives.token_index - 1)', verb
        ) }}
)

select * from compared_sinces
