-- Grain: one casualty figure, with the signs in its sentence of what it adds up over.

{%- set language = grammar() %}
{%- set has_harmed = compile_pattern('(^|<!of|for>) <have> (<be|adverb|said|get|succeeded>){0,4}', language) ~ '\\z' %}
{%- set has_harmed_or_who = compile_pattern('<have|relative> (<be|adverb|said|get>){0,4}', language) ~ '\\z' %}
{%- set of_attack = compile_pattern(
    '<attack> (<in|on|of> (<!comma|stop|said|that>){1,6})? <comma>? (<relative|that> <adverb>?'
    ~ '|<in> <relative> <adverb>? <counted> <have|be>{0,2})', language
) ~ '\\z' %}
{%- set blamed = compile_pattern('<for> <definite>? <adverb>?', language) ~ '\\z' %}
{%- set hundreds = 200 %}
{%- set told = compile_pattern('<definite|demonstrative> (<!comma|stop>){0,2}', language) ~ '\\z' %}
{%- set definite = compile_pattern('<definite|possessive> (<!comma|stop>){0,3}', language) ~ '\\z' %}

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

stretches as (
    select * from {{ ref('int_casualty_stretches') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- One attack anywhere in the sentence may be the event, and so are "the attacks", and what was going on when people
-- came to harm; several attacks, close to what they did, are more than one.
attacks as (
    select
        triggers.claim_key,
        bool_or(
            words.word_class = 'attack'
            and (
                words.meaning is null
                or {{ matches('substring(sentence_units.unit_classes, 1, words.token_index - 1)', told) }}
            )
        ) as has_one_attack,
        bool_or(
            words.word_class = 'while'
            and lower(words.token) = 'when'
            and words.token_index between triggers.token_index + 1 and triggers.token_index + 7
        ) as happened_when,
        bool_or(
            words.meaning = 'several'
            and abs(words.token_index - triggers.token_index) <= 8
            and not {{ matches('substring(sentence_units.unit_classes, 1, words.token_index - 1)', definite) }}
        ) as has_several_attacks
    from triggers
    inner join {{ ref('int_words') }} as words on triggers.sentence_id = words.sentence_id
    inner join sentence_units on triggers.sentence_id = sentence_units.sentence_id
    where words.word_class in ('attack', 'while')
    group by triggers.claim_key
),

-- "More than 1,300 died", after a sentence that tells of one attack, died in it.
attacks_before as (
    select distinct triggers.claim_key
    from triggers
    inner join {{ ref('stg_sentences') }} as sentences on triggers.sentence_id = sentences.sentence_id
    inner join {{ ref('stg_sentences') }} as sentences_before
        on
            sentences.article_id = sentences_before.article_id
            and sentences.sentence_index = sentences_before.sentence_index + 1
    inner join {{ ref('int_words') }} as words on sentences_before.sentence_id = words.sentence_id
    where words.word_class = 'attack' and words.meaning is null
),

signs as (
    select
        triggers.claim_key,
        figures.outcome,
        coalesce(figures.figure_role = 'toll', false) as is_toll,
        coalesce(figures.value, figures.value_low, 0) as size,
        coalesce(figures.value = 1 and figures.qualifier = 'exact', false) as is_one_person,
        {{ matches('triggers.classes_before', has_harmed) }} as is_up_to_now,
        {{ matches('triggers.classes_before', blamed) }} as is_blamed,
        {{ matches('triggers.classes_before', of_attack) }}
        and not {{ matches('triggers.anchor_symbol', compile_pattern('<harm>', language)) }}
        -- Bodies are found one day, however many.
        or coalesce(lower(figures.victims) in ('bodies', 'corpses', 'dead bodies'), false)
        -- "About 2,750 were wounded when pagers exploded".
        or (
            coalesce(attacks.happened_when, false)
            and not {{ matches('triggers.classes_before', has_harmed_or_who) }}
        ) as is_of_attack,
        figures.qualifier = 'exact' as is_exact,
        -- "Hundreds" may be more than one event has, "200" is not.
        figures.qualifier = 'vague' and coalesce(figures.value_low, 0) >= {{ hundreds }} as is_hundreds,
        coalesce(attacks.has_one_attack, false) as has_one_attack,
        attacks_before.claim_key is not null as follows_one_attack,
        coalesce(attacks.has_several_attacks, false) as has_several_attacks,
        stretches.stretch,
        coalesce(stretches.is_span_of_war, false) as is_span_of_war,
        coalesce(stretches.is_part_of_war, false) as is_part_of_war,
        stretches.own_precision
    from triggers
    inner join figures on triggers.claim_key = figures.claim_key
    left join attacks on triggers.claim_key = attacks.claim_key
    left join attacks_before on triggers.claim_key = attacks_before.claim_key
    left join stretches on triggers.claim_key = stretches.claim_key
)

select * from signs
