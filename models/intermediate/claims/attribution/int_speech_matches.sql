-- Grain: one rule of attribution that holds at one word of speech, with the source and the medium that it finds there.

{%- set no_speaker = '^' ~ compile_pattern('<date|in|on|of|from|with|by|for|to|comma>', grammar()) %}

with

anchors as (
    select * from {{ ref('int_speech_anchors') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

victims as (
    select
        sentence_id,
        token_index,
        token_count,
        figure_role
    from {{ ref('int_casualty_matches') }}
),

found as (
    {{ match_rules('anchors', ref('attribution_rules'), ['source', 'via']) }}
),

-- "Killing eight volunteers opposition activists said", where a comma is lost: whom a verb of harm has for its object
-- does not speak, nor do "16 protesters" where "the ministry said 16 protesters were wounded".
silent as (
    select
        found.sentence_id,
        found.token_index,
        found.rule_id,
        max(victims.token_index + victims.token_count) as next_index
    from found
    inner join victims
        on
            found.sentence_id = victims.sentence_id
            and found.source_index + found.source_count > victims.token_index
            and found.source_index < victims.token_index + victims.token_count
            and (victims.figure_role in ('object', 'part') or found.source_index > found.token_index)
    group by found.sentence_id, found.token_index, found.rule_id
),

speech_matches as (
    select
        found.sentence_id,
        found.token_index,
        found.token_count,
        found.rule_id,
        found.priority,
        found.via_index,
        found.via_count,
        coalesce(silent.next_index, found.source_index) as source_index,
        found.source_count + found.source_index - coalesce(silent.next_index, found.source_index) as source_count
    from found
    inner join sentence_units on found.sentence_id = sentence_units.sentence_id
    left join silent
        on
            found.sentence_id = silent.sentence_id
            and found.token_index = silent.token_index
            and found.rule_id = silent.rule_id
    where
        silent.rule_id is null
        or (
            found.source_index < found.token_index
            and silent.next_index < found.source_index + found.source_count
            and not {{ matches('substring(sentence_units.unit_classes, silent.next_index)', no_speaker) }}
        )
)

select * from speech_matches
