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
{#- "Flown to a hospital in Amman", "taken to Shifa Hospital in Gaza City": where people were brought afterwards. -#}
{%- set before = words_between('sentences.start_offset', 'places.start_offset') %}
{%- set brought_to = '(?i:flown|flew|taken|transported|evacuated|transferred|rushed|moved|sent|brought|airlifted'
    ~ '|travel+ed|went|admitted|carried|returned|ferried|treated) '
    ~ '(?:[\\p{L}\\p{N}-]+ ){0,3}(?:to|at) (?:[\\p{L}.-]+ ){0,6}'
    ~ '(?i:hospitals?|clinics?|cent(?:er|re)|base|airport|morgue|facility|headquarters|camp [\\p{L}-]+) (?:in|on|near) '
    ~ '(?:the )?(?:[\\p{L}-]+ ){0,2}\\z' %}
{#- "Shells fired by militants positioned in Jobar", "rebels located in the east of the city launched". -#}
{%- set positioned = '(?i:fighters|terrorists|militants|rebels|groups|insurgents|organi[sz]ations|gunmen|snipers'
    ~ '|who are|who were) (?:positioned|located|entrenched|stationed) (?:in|at|on|near) (?:[\\p{L}-]+ ){0,4}\\z' %}
{%- set fired_by = '(?i:fired|launched|carried out|committed) by (?:[\\p{L}-]+ ){1,7}(?:in|at|on|near) '
    ~ '(?:[\\p{L}-]+ ){0,4}\\z' %}
{%- set shooting = '(?:^|[^\\p{L}])(?i:fired|launched|targeted|shelled|shot)[^\\p{L}]' %}
{%- set after = words_between('places.end_offset', 'places.end_offset + 60') %}
{#- "John Smith, 26, of San Diego": where a person is at home. -#}
{%- set at_home = compile_pattern(
    '<named_person> (<comma> <quantity|figure> )? <comma>? <of> <definite>?', language
) ~ '\\z' %}
{%- set living = '(?:^|[^\\p{L}])(?i:born|raised|grew up|now living|currently living|who lives|resid(?:es|ing))'
    ~ ' (?:in|near|at|outside) (?:[\\p{L}-]+ ){0,2}\\z' %}
{#- "Washington accused Damascus of": a capital speaks and acts for its country. -#}
{%- set addressed = '(?i:accus|blam|condemn|urg|criticiz|criticis|warn|thank|prais|pressur|persuad|sanction)'
    ~ '(?i:ed?|es|s|ing)? \\z' %}
{%- set conferring = compile_pattern(
    '<talks> <!stop|comma|said|and|attack|strife|harmed|died>{0,6} <in> <definite>? (<direction|word>){0,2}'
    ~ '(<named_place> <comma>)?', language
) ~ '\\z' %}
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
        -- Rockets come from Gaza, money is spent on Afghanistan, bodies are flown to Cairo, talks are held in Doha.
        ({{ matches(left, leaving) }} and not {{ matches(left, come_from) }})
        or {{ matches(left, conferring) }}
        or {{ matches(left, at_home) }}
        or coalesce(
            {{ matches(before, brought_to) }}
            or {{ matches(before, living) }}
            or {{ matches(before, addressed) }}, false
        )
        or coalesce(
            {{ matches(before, positioned) }}
            and ({{ matches(before, fired_by) }} or {{ matches(after, shooting) }}), false
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
