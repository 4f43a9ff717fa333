-- Grain: one mention of a place that owns what follows it, or that speaks, rather than being where something happens.

{%- set language = grammar() %}
{%- set struck = compile_pattern('<attack> <date>? <on> <definite>?', language) ~ '\\z' %}
{#- "Officials in Gao, among them Ali Tahar, said"; "a number that Gao does not confirm". -#}
{%- set speaking = '^' ~ compile_pattern(
    '(<comma> <named_person|name>{1,3} <comma>)? <comma>? (<adverb|have|modal|do|negation>){0,3} <said|quoted|denied>',
    language
) %}
{%- set spoken = compile_pattern(
    '<said|spoke> (<date|adverb|pronoun|named_organization|source_noun|people_noun|roles|object_pronoun>'
    ~ '|<in|on>? <indefinite|definite> <word|adverb|nationality|strife>{0,3} <summit|meeting|call|talks>'
    ~ '|<indefinite> <word>{1,2} | <in|on> <indefinite> <word|adverb|nationality|org_noun>{1,4})*'
    ~ ' <in> <definite>?',
    language
) ~ '\\z' %}
{%- set spoken_to = compile_pattern(
    '<said|spoke> <!stop|comma|said|that|harmed|died|dead|attack|strife>{0,6} <in> <definite>?', language
) ~ '\\z' %}
{%- set quoting = '^' ~ compile_pattern('<date>? <that>', language) %}
{%- set owning = '^' ~ compile_pattern(
    '(<genitive_mark> (<!strife|place_noun|direction>) | <named_person>)', language
) %}
{%- set housing = '^' ~ compile_pattern(
    '<genitive_mark> (<word|org_noun|name|possessive|of|ordinal|nationality>){1,5} <place_noun>', language
) %}
{%- set harmed_there = compile_pattern('<harmed|harming|died> <date|adverb>? <in> <definite>?', language) ~ '\\z' %}
{%- set left = 'substring(sentence_units.unit_classes, 1, places.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, places.token_index + places.token_count)' %}
{%- set after = words_between('places.end_offset', 'places.end_offset + 20') %}
{%- set behind = 'places.token_index + places.token_count' %}

with

places as (
    select * from {{ ref('int_named_places') }}
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

described as (
    select
        places.sentence_id,
        places.token_index,
        ({{ matches(right, owning) }} and not {{ matches(right, housing) }} and not {{ matches(left, struck) }})
        -- "Paris-based", but not "Paris - the capital"
        or coalesce(
            {{ list_element('sentences.tokens', behind) }} = '-'
            and {{ token_start(behind) }} = places.end_offset, false
        ) as is_owner,
        -- In "in Paris, France said" the second name speaks alone; where somebody was killed no town does.
        (
            {{ matches(right, speaking) }}
            and places.name_count = 1
            and not {{ matches(left, harmed_there) }}
            and not coalesce({{ matches(after, text_pattern('carrying_on')) }}, false)
        )
        or {{ matches(left, spoken) }}
        -- "Told the council in New York that".
        or ({{ matches(right, quoting) }} and {{ matches(left, spoken_to) }}) as is_speaker
    from places
    inner join sentence_units on places.sentence_id = sentence_units.sentence_id
    inner join sentences on places.sentence_id = sentences.sentence_id
),

place_owners as (
    select * from described
    where is_owner or is_speaker
)

select * from place_owners
