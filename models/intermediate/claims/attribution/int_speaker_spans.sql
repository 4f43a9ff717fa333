-- Grain: one span of words for a source or medium of a speech frame, up to where it goes on to say what a body did.

{%- set body_before = compile_pattern(
    '<named_person|named_organization|named_place> <adverb|date>?', grammar()
) ~ '\\z' %}

{#- "By the UN's count": the UN. -#}
{%- set owner_mark = compile_pattern('<genitive_mark>', grammar()) ~ '\\z' %}

with

frames as (
    select * from {{ ref('int_speech_frames') }}
),

sentence_units as (
    select
        sentence_id,
        mention_classes
    from {{ ref('int_sentence_units') }}
),

-- "The bureau identified", "the Observatory based in Britain".
doings as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'word' and {{ matches('token', '^\\p{Ll}{3,}ed\\z') }}
),

spans as (
    select
        sentence_id,
        article_id,
        verb_index,
        is_headline,
        'source' as frame_role,
        source_index as span_index,
        source_count as span_count
    from frames

    union all

    select
        sentence_id,
        article_id,
        verb_index,
        is_headline,
        'via' as frame_role,
        via_index as span_index,
        via_count as span_count
    from frames
    where via_count is not null
),

ended as (
    select
        spans.sentence_id,
        spans.verb_index,
        spans.frame_role,
        min(doings.token_index - spans.span_index) as span_count
    from spans
    inner join doings
        on
            spans.sentence_id = doings.sentence_id
            and spans.span_index < doings.token_index
            and doings.token_index < spans.span_index + spans.span_count
    inner join sentence_units on spans.sentence_id = sentence_units.sentence_id
    where
        -- A unit of its own, no part of another ("Britain-based").
        substring(sentence_units.mention_classes, doings.token_index, 1) != '~'
        and {{ matches(
            'substring(sentence_units.mention_classes, spans.span_index, doings.token_index - spans.span_index)',
            body_before
        ) }}
    group by spans.sentence_id, spans.verb_index, spans.frame_role
),

cut as (
    select
        spans.sentence_id,
        spans.article_id,
        spans.verb_index,
        spans.is_headline,
        spans.frame_role,
        spans.span_index,
        {{ replace_all(
            'substring(sentence_units.mention_classes, spans.span_index, coalesce(ended.span_count, spans.span_count))',
            owner_mark, ''
        ) }} as span_classes
    from spans
    inner join sentence_units on spans.sentence_id = sentence_units.sentence_id
    left join ended
        on
            spans.sentence_id = ended.sentence_id
            and spans.verb_index = ended.verb_index
            and spans.frame_role = ended.frame_role
),

speaker_spans as (
    select
        *,
        cast(length(span_classes) as integer) as span_count
    from cut
)

select * from speaker_spans
