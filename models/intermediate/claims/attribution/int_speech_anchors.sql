-- Grain: one word that may report speech (said, according to, quoted, put, denied, a toll that somebody gives, a
-- count), with what stands around it; in a headline also a colon or dash ("Holder: we killed four", "Blast kills 12:
-- police"), and the colon behind a speaker's name in an interview.

with

sentences as (
    select
        sentence_id,
        paragraph_role
    from {{ ref('stg_sentences') }}
),

turns as (
    select distinct speaker_sentence_id from {{ ref('int_dialogue_turns') }}
),

-- "By the ministry's count"
counts as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'source_noun' and meaning = 'count'
),

units as (
    select
        units.*,
        units.unit_class = 'colon' and turns.speaker_sentence_id is not null as is_turn
    from {{ ref('int_units') }} as units
    inner join sentences on units.sentence_id = sentences.sentence_id
    left join turns on units.sentence_id = turns.speaker_sentence_id
    left join counts on units.sentence_id = counts.sentence_id and units.token_index = counts.token_index
    where
        units.unit_class in ('said', 'according', 'quoted', 'put', 'denied', 'toll')
        or (units.unit_class in ('colon', 'dash') and sentences.paragraph_role = 'title')
        or (units.unit_class = 'colon' and turns.speaker_sentence_id is not null)
        or counts.sentence_id is not null
),

words as (
    select
        sentence_id,
        token_index,
        meaning,
        right(lower(token), 3) = 'ing' as is_participle
    from {{ ref('int_words') }}
),

sentence_units as (
    select
        sentence_id,
        mention_classes
    from {{ ref('int_sentence_units') }}
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
        units.unit_class as anchor_class,
        units.symbol as anchor_symbol,
        units.is_turn,
        words.meaning,
        coalesce(words.is_participle, false) as is_participle,
        substring(speech.speech_classes, 1, units.token_index - 1) as classes_before,
        substring(speech.speech_classes, units.token_index + units.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from units
    inner join speech on units.sentence_id = speech.sentence_id
    inner join words on units.sentence_id = words.sentence_id and units.token_index = words.token_index
)

select * from anchors
