-- Grain: one span of words for a source or medium of a speech frame, taken apart: what opens it, its core up to the
-- first preposition, and the head of the core.

{%- set language = grammar() %}
{%- set opening = compile_pattern('(<on|definite|indefinite|quote|adverb>)*', language) %}
{%- set core = compile_pattern('<speaker_core>', language) %}
{%- set named = compile_pattern('<named_person|named_organization|named_place|name|nationality|nationals>', language) %}
{%- set name_explained = compile_pattern('<named_organization> <source_noun>', language) %}

{#- "Colonel Idris Bello", where a town has the surname. -#}
{%- set named_like_a_place = compile_pattern('(<named_person>|<name>+) <named_place>', language) %}

with

words as (
    select
        sentence_id,
        token_index,
        meaning
    from {{ ref('int_words') }}
    where word_class = 'source_noun'
),

word_classes as (
    select * from {{ ref('word_classes') }}
),

spans as (
    select * from {{ ref('int_speaker_spans') }}
),

parts as (
    select
        *,
        {{ extract_group('span_classes', '^(' ~ opening ~ ')', 1) }} as opening_classes,
        {{ extract_group('span_classes', '^' ~ opening ~ '(' ~ core ~ ')', 1) }} as core_classes
    from spans
),

units as (
    select
        *,
        cast(span_index + length(opening_classes) as integer) as words_index,
        cast(span_index + length(opening_classes) + length(core_classes) as integer) as core_end,
        {{ extract_group('core_classes', '(.~*)\\z', 1) }} as last_classes,
        {{ extract_group('core_classes', '(' ~ name_explained ~ ')\\z', 1) }} as explained_classes,
        {{ extract_group('core_classes', '(' ~ named_like_a_place ~ ')\\z', 1) }} as person_classes
    from parts
),

-- The head is the last unit, or the name that it explains: "the SANA news agency".
heads as (
    select
        units.*,
        case
            when units.person_classes != '' then units.person_classes
            when words.meaning = 'body' then units.explained_classes
            else units.last_classes
        end as head_classes
    from units
    left join words
        on
            units.sentence_id = words.sentence_id
            and units.core_end - length(units.last_classes) = words.token_index
            and units.explained_classes != ''
),

speaker_heads as (
    select
        heads.*,
        word_classes.word_class as head_class,
        cast(heads.core_end - length(heads.head_classes) as integer) as head_index,
        cast(length(heads.head_classes) as integer) as head_count,
        {{ matches('heads.opening_classes', compile_pattern('<definite>', language)) }} as is_definite,
        {{ matches('heads.span_classes', named) }} as has_name
    from heads
    inner join word_classes on substring(heads.head_classes, 1, 1) = word_classes.symbol
)

select * from speaker_heads
