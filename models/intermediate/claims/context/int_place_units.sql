-- Grain: one mention of a place in a sentence, with what the words around it make of it.

{%- set language = grammar() %}
{%- set placing = compile_pattern(
    '<in|on|to|from|of|into|for|between|against|comma|and|about_or_in> <definite|indefinite>? <held>?'
    ~ '(<direction|word>){0,2}', language
) ~ '\\z' %}
{%- set modifier = '(<direction|word|nationality|role|place_noun|ordinal|adverb|stronghold|name>'
    ~ '|<hyphen> <controls|word|name|share_noun|quantity>)' %}
{#- "In the Kurdish-majority city of Manbij", "the shelling of Donetsk". -#}
{%- set locating = compile_pattern(
    '(<in|on|into|reached|captured|besieges|about_or_in> | <attack|strife> <of> | <strife> <for|over>'
    ~ '| <attack> <!stop|comma|said>{0,6} <visited>)'
    ~ '(<named_place> <genitive_mark>)? <definite|indefinite|possessive>? <held>?'
    ~ '(<place_noun|org_noun|role> <genitive_mark>)? ' ~ modifier ~ '{0,5} <named_place>?'
    ~ '(<place_noun|stronghold> <of> <definite>? <direction|word|nationality|place_noun>{0,2})?'
    ~ '((<of|definite|direction|word|nationality|place_noun|genitive_mark|named_place>){0,6} <place_noun> <comma>)?',
    language
) ~ '\\z' %}
{#- "The blast took place in Shash Darak", "the attack on Atareb": the one that has been told of before. -#}
{%- set telling_again = compile_pattern(
    '<definite> <word|adverb|nationality|name|date|hyphen|ordinal|org_noun|named_organization|thing_noun>{0,4} <attack>'
    ~ ' <!stop|comma|said|and|that|to|from|harmed|harming|died|attack|strife|named_place|while|figure|quantity>{0,7}'
    ~ ' <in|on> <definite|indefinite>? ' ~ modifier ~ '{0,4}', language
) ~ '\\z' %}
{%- set fled = compile_pattern('<died> <definite>?', language) ~ '\\z' %}
{%- set listing = compile_pattern('<comma|and> <definite>?', language) ~ '\\z' %}
{#- "In Kenya and Tanzania in 1998"; in "in Baghdad, and Tehran's proxies" the second is elsewhere. -#}
{%- set places_behind = compile_pattern(
    '(<comma> <named_place>){0,4} <comma>? <and> <definite>? <named_place>', language
) %}
{%- set behind_them = compile_pattern(
    '<stop|comma|date|that|relative|in|since|by|with|harmed|harming|died|dead|close|quote>', language
) %}
{%- set sharing = '^(' ~ places_behind ~ ')' ~ behind_them %}
{%- set containing = compile_pattern(
    '(<named_place>|<in> <name>{1,3}) (<comma> <definite|indefinite>'
    ~ '<word|nationality|name|direction|ordinal|named_organization|org_noun|stronghold|place_noun>{1,4})?'
    ~ '<comma>? <in|of> <definite>? (<direction|word>){0,2}', language
) ~ '\\z' %}
{%- set town_of = compile_pattern('<named_place> <of>', language) ~ '\\z' %}
{%- set scene_of_clause = '^' ~ compile_pattern('(<comma> <definite|indefinite>'
    ~ '<!stop|comma|said|named_place|and|but|relative>{1,8})? <comma|open|dash>? <where>', language) %}
{%- set scene_of_attack = '^' ~ compile_pattern('<attack>', language) %}
{%- set fought_over = '^' ~ compile_pattern('<genitive_mark> <word>? <strife>', language) %}
{%- set suffering = '^' ~ compile_pattern('<be> <!said|quoted|denied|plan>', language) %}
{%- set violence = compile_pattern('<attack|strife|harmed|harming|harm|died|dead|deaths|lives|toll|counted_harm'
    ~ '|besieges|siege|contests|captured>', language) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, places.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, places.token_index + places.token_count)' %}
{%- set before = words_between('sentences.start_offset', 'places.start_offset') %}
{%- set after = words_between('places.end_offset', 'places.end_offset + 90') %}

with

places as (
    select * from {{ ref('int_named_places') }}
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

wars as (
    select distinct country_code
    from {{ ref('world_conflicts') }}
),

directions as (
    select * from {{ ref('int_place_directions') }}
),

prepositions as (
    select * from {{ ref('int_place_prepositions') }}
),

owners as (
    select * from {{ ref('int_place_owners') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

place_units as (
    select
        places.*,
        {{ matches(left, placing) }} as is_after_preposition,
        ({{ matches(left, locating) }} and not coalesce({{ matches(before, text_pattern('advancing_on')) }}, false))
        -- Ukraine's war is fought in Ukraine, Russia's invasion is not in Russia.
        or ({{ matches(right, fought_over) }} and (places.breadth <= 2 or wars.country_code is not null))
        or (places.breadth <= 3 and coalesce({{ matches(before, text_pattern('attacking_before')) }}, false))
        or (places.breadth <= 2 and coalesce({{ matches(after, text_pattern('attacked_behind')) }}, false))
        or ({{ matches(left, town_of) }} and coalesce({{ matches(before, text_pattern('in_town_of')) }}, false))
        or ({{ matches(left, fled) }} and not coalesce(directions.is_towards, false))
        -- "Sanaa was quiet after five days of fighting."
        or (places.token_index = 1 and places.breadth <= 2 and {{ matches(right, suffering) }})
        or coalesce(prepositions.is_inside, false) as is_location,
        {{ matches(left, telling_again) }} as is_of_told_event,
        {{ matches(left, listing) }} as is_listed,
        -- "In Afghanistan at Bagram Air Base" names the wider place first.
        {{ matches(left, containing) }}
        and not coalesce(
            {{ matches(before, text_pattern('at_or_town_of')) }}, false
        ) as is_container,
        length({{ extract_group(right, sharing, 1) }}) as tokens_shared,
        -- Outside a bank in Baghdad is in Baghdad.
        coalesce(prepositions.is_beside and not prepositions.is_inside, false) as is_beside,
        coalesce(prepositions.is_all_over, false) as is_all_over,
        coalesce(owners.is_owner, false) as is_owner,
        coalesce(owners.is_speaker, false) as is_speaker,
        {{ matches(right, scene_of_clause) }} or {{ matches(right, scene_of_attack) }} as is_scene,
        {{ matches(right, scene_of_clause) }} as is_scene_of_clause,
        coalesce(directions.is_off_scene, false) as is_off_scene,
        coalesce(directions.is_destination, false) as is_destination,
        {{ matches('sentence_units.unit_classes', violence) }}
        or coalesce(
            {{ matches(before, text_pattern('clashing')) }} or {{ matches(after, text_pattern('clashing')) }}, false
        ) as is_amid_violence
    from places
    inner join sentence_units on places.sentence_id = sentence_units.sentence_id
    inner join sentences on places.sentence_id = sentences.sentence_id
    left join owners
        on places.sentence_id = owners.sentence_id and places.token_index = owners.token_index
    left join wars on places.country_code = wars.country_code
    left join directions
        on places.sentence_id = directions.sentence_id and places.token_index = directions.token_index
    left join prepositions
        on places.sentence_id = prepositions.sentence_id and places.token_index = prepositions.token_index
)

select * from place_units
