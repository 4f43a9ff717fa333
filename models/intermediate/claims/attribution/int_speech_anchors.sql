-- Grain: one word that may report speech (said, according to, quoted, put, denied), with what stands around it.

with

units as (
    select * from {{ ref('int_units') }}
    where unit_class in ('said', 'according', 'quoted', 'put', 'denied')
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

speaking as (
    select distinct sentence_id from units
),

-- One more pass of the grammar, over the sentences that need it: descriptions of speakers become units.
speech as (
    select
        sentence_units.sentence_id,
        {{ rewrite_units('sentence_units.mention_classes', 4) }} as speech_classes
    from sentence_units
    inner join speaking on sentence_units.sentence_id = speaking.sentence_id
),

anchors as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        units.symbol as anchor_symbol,
        substring(speech.speech_classes, 1, units.token_index - 1) as classes_before,
        substring(speech.speech_classes, units.token_index + units.token_count) || '{{ closing_symbol() }}' as classes_after
    from units
    inner join speech on units.sentence_id = speech.sentence_id
)

select * from anchors
