-- Grain: one casualty figure, seen from the word that says what happened to the people.

with

matches as (
    select * from {{ ref('int_casualty_matches') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

located as (
    select
        claim_key,
        sentence_id,
        figure_role,
        coalesce(trigger_index, token_index) as token_index,
        coalesce(trigger_count, token_count) as token_count
    from matches
),

triggers as (
    select
        located.claim_key,
        located.sentence_id,
        located.figure_role,
        located.token_index,
        located.token_count,
        substring(sentence_units.unit_classes, located.token_index, 1) as anchor_symbol,
        substring(sentence_units.unit_classes, 1, located.token_index - 1) as classes_before,
        substring(sentence_units.unit_classes, located.token_index + located.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from located
    inner join sentence_units on located.sentence_id = sentence_units.sentence_id
)

select * from triggers
