-- Grain: one mention of a place in a sentence that something comes from, goes to or is spoken of, so that nothing need
-- have happened there.

{%- set language = grammar() %}
{%- set leaving = compile_pattern(
    '((^|<!harmed|died|drove|driven|withdrew|captured>) <from> | <lives> <in> | <!harmed|died|made|drove|driven>{3} <to>)'
    ~ '<definite>? (<direction|word>){0,2}', language
) ~ '\\z' %}
{%- set bound_for = compile_pattern('<to|into> <definite>? (<direction|word|nationality>){0,2}', language) ~ '\\z' %}
{%- set come_from = compile_pattern(
    '<died> <to|into> (<!stop|comma|said|from>){1,4} <from> <definite>? (<direction|word>){0,2}', language
) ~ '\\z' %}
{%- set turned_to = compile_pattern(
    '(<for|between> | <!attack|strife|date> <on>) <definite>? (<direction|word>){0,2}', language
) ~ '\\z' %}
{%- set before = words_between('sentences.start_offset', 'places.start_offset') %}
{%- set after = words_between('places.end_offset', 'places.end_offset + 60') %}
{#- "John Smith, 26, of San Diego": where a person is at home. -#}
{%- set at_home = compile_pattern(
    '<named_person> (<comma> <quantity|figure> )? <comma>? <of> <definite>?', language
) ~ '\\z' %}
{%- set conferring = compile_pattern(
    '<talks> <!stop|comma|said|and|attack|strife|harmed|died>{0,6} <in> <definite>? (<direction|word>){0,2}'
    ~ '(<named_place> <comma>)?', language
) ~ '\\z' %}
{%- set acting = compile_pattern('(^|<said|that|since|while|but|quote>)', language) ~ '\\z' %}
{%- set word_of_direction = "coalesce(" ~ list_element('sentences.tokens', 'places.token_index - 1')
    ~ " in ('to', 'into'), false)" %}
{%- set left = 'substring(sentence_units.unit_classes, 1, places.token_index - 1)' %}

with

places as (
    select * from {{ ref('int_named_places') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

described as (
    select
        places.sentence_id,
        places.token_index,
        -- Rockets come from Gaza, money is spent on Afghanistan, bodies are flown to Cairo, talks are held in Doha,
        -- the wounded are brought to a hospital, where doctors tell of them.
        ({{ matches(left, leaving) }} and not {{ matches(left, come_from) }})
        or {{ matches(left, conferring) }}
        or {{ matches(left, at_home) }}
        or coalesce(
            {{ matches(before, text_pattern('brought_to')) }}
            or {{ matches(before, text_pattern('living')) }}
            or {{ matches(before, text_pattern('addressed')) }}
            or {{ matches(before, text_pattern('flown_to')) }}
            -- "Viewed in Ankara", "the Camp David summit", "since Moscow intervened".
            or {{ matches(before, text_pattern('capital_for_country')) }}
            or {{ matches(after, text_pattern('named_after_place')) }}
            or ({{ matches(left, acting) }} and {{ matches(after, text_pattern('state_acts')) }})
            or (
                {{ matches('places.place_text', text_pattern('hospital_name')) }}
                and {{ matches(before, text_pattern('medics_at')) }}
            )
            or (
                {{ matches('places.place_text', text_pattern('hospital_somewhere')) }}
                and {{ matches(before, text_pattern('carried_to')) }}
            ), false
        )
        or coalesce(
            {{ matches(before, text_pattern('positioned')) }}
            and ({{ matches(before, text_pattern('fired_by')) }} or {{ matches(after, text_pattern('shooting')) }}),
            false
        )
        or (places.breadth > 2 and {{ matches(left, turned_to) }}) as is_off_scene,
        {{ word_of_direction }} as is_towards,
        -- "Crossed into" is one word for fleeing.
        {{ matches(left, bound_for) }} or {{ word_of_direction }} as is_destination
    from places
    inner join sentence_units on places.sentence_id = sentence_units.sentence_id
    inner join sentences on places.sentence_id = sentences.sentence_id
),

place_directions as (
    select * from described
    where is_off_scene or is_destination
)

select * from place_directions
