-- Grain: one span of capitalised words of which nothing is known, where what stands around it says what it names.

{%- set language = grammar() %}
{%- set body_before = compile_pattern(
    '<definite|indefinite> (<word|adverb|nationality|person_noun>){0,3} <org_noun|source_noun>', language
) ~ '\\z' %}
{%- set definite_before = compile_pattern('<definite>', language) ~ '\\z' %}
{%- set person_before = '(?:' ~ compile_pattern('<comma|quote|stop> <said> | <role> <stop>?', language) ~ ')\\z' %}
{%- set person_after = '^(?:' ~ compile_pattern(
    '<before_verb> <said> | <comma> <digits> <comma> | <comma> <definite|indefinite|possessive>? '
    ~ '(<word|adverb|ordinal|nationality|org_noun|named_organization|last>){0,4} <role|person_noun>', language
) ~ ')' %}

with

spans as (
    select * from {{ ref('int_worded_spans') }}
    where entity_kind = 'name'
),

sentence_units as (
    select
        sentence_id,
        mention_classes
    from {{ ref('int_sentence_units') }}
),

surrounded as (
    select
        spans.sentence_id,
        spans.token_index,
        spans.has_several_words,
        substring(sentence_units.mention_classes, 1, spans.token_index - 1) as classes_before,
        substring(sentence_units.mention_classes, spans.token_index + spans.token_count) as classes_after
    from spans
    inner join sentence_units on spans.sentence_id = sentence_units.sentence_id
),

name_cues as (
    select
        sentence_id,
        token_index,
        case
            when {{ matches('classes_before', body_before) }} then 'organization'
            when
                has_several_words
                and not {{ matches('classes_before', definite_before) }}
                and ({{ matches('classes_before', person_before) }} or {{ matches('classes_after', person_after) }})
                then 'person'
        end as entity_kind
    from surrounded
)

select * from name_cues
where entity_kind is not null
