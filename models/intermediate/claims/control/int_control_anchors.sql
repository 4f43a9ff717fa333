-- Grain: one word or phrase of control (controls, captured, siege, stronghold ...) in a sentence with a place or with
-- a name where one should be, with the classes on either side.

{%- set wording = 'lower(' ~ token_text('units.token_index', 'units.token_index + units.token_count - 1') ~ ')' %}

with

units as (
    select * from {{ ref('int_units') }}
    where
        unit_class in (
            'controls', 'captured', 'regained', 'lost', 'driven', 'drove', 'withdrew', 'besieges', 'siege', 'contests',
            'fell', 'under_control', 'control_noun', 'stronghold', 'took_out', 'deaths', 'made'
        )
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
    where
        {{ matches(
            'unit_classes',
            compile_pattern(
                '<named_place|place_noun|stronghold>|<hyphen> <controls>|'
                ~ '<withdrew|regained|driven|besieges|captured|controls|lost|contests> <share>? <name|particle>|'
                ~ '<name> <adverb>? <have|be> <be|adverb>{0,3} <captured|regained|besieges|controls|withdrew> <adverb|date>? <by>|'
                ~ '<name> (<have|be|adverb|word>){0,4} (<fell|under|under_control>|<in> <!comma|stop> <control_noun>)',
                grammar()
            )
        ) }}
),

words as (
    select
        sentence_id,
        token_index,
        token,
        meaning
    from {{ ref('int_words') }}
),

anchors as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        units.symbol as anchor_symbol,
        words.meaning as relation,
        {{ matches(wording, text_pattern('takes_ground')) }} as takes_ground,
        {{ matches(wording, text_pattern('takes_back')) }} as takes_back,
        substring(sentence_units.unit_classes, 1, units.token_index - 1) as classes_before,
        substring(sentence_units.unit_classes, units.token_index + units.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join words on units.sentence_id = words.sentence_id and units.token_index = words.token_index
    inner join sentences on units.sentence_id = sentences.sentence_id
    -- "Capture of" is a word of harm too, for people who are captured.
    -- Of what brings something about, only "left" leaves ground as well.
    where
        (units.unit_class != 'deaths' or words.meaning = 'captured')
        and (units.unit_class != 'made' or lower(words.token) = 'left')
)

select * from anchors
