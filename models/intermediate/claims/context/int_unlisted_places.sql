-- Grain: one name that no gazetteer lists, where the words before and behind it make it the name of a place.

{%- set language = grammar() %}
{#- "At Tower 22 on Sunday"; a number of people is a figure. -#}
{%- set named = '^(' ~ compile_pattern('<full_name> <quantity>?', language) ~ ')(?:'
    ~ compile_pattern('<behind_place>', language) ~ '|\\z)' %}
{#- "At Fort Hood, Texas"; "at" and "towards" stand before persons, too. -#}
{%- set at_place = '^' ~ compile_pattern('<full_name> <comma|in> <named_place>', language) %}
{#- "In Rubaya, a mining town in the hills": whatever stands before it. -#}
{%- set apposed = '^' ~ compile_pattern('<full_name> <site_aside>', language) %}
{#- "A church at Sanaro", "died off Mullaitivu"; "At Sanaro, two were killed". -#}
{%- set scene_at = compile_pattern('<scene> <in|into>', language) ~ '\\z' %}
{%- set struck = compile_pattern('<attack> <on|of>', language) ~ '\\z' %}
{#- "In rebel-held Rashidin". -#}
{%- set held_there = '^' ~ compile_pattern(
    '<word|nationality|org_noun|people_noun|named_organization> <hyphen> <controls|captured|besieges>', language
) ~ '\\z' %}
{#- "An attack on Garissa University", but not "a professor at Garissa University". -#}
{%- set attacked = compile_pattern(
    '(<attack|strife> <on>|(^|<!role|roles|source_noun|person_noun|name|named_person|comma>) <in>) <definite>?', language
) ~ '\\z' %}
{#- "At Camp Dhoore", "near the Hotel Nasra". -#}
{%- set site_before = '^' ~ compile_pattern('<definite>?', language) ~ '(' ~ compile_pattern('<place_noun>', language)
    ~ ')\\z' %}
{%- set right = 'substring(sentence_units.unit_classes, names.token_index)' %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index + units.token_count - 1)' %}
{%- set between = 'substring(sentence_units.unit_classes, units.token_index + units.token_count, '
    ~ 'names.token_index - units.token_index - units.token_count)' %}
{%- set is_next = 'names.unit_index = units.unit_index + 1' %}
{%- set preposition = 'lower(' ~ list_element('sentences.tokens', 'units.token_index') ~ ')' %}
{%- set before = words_between('sentences.start_offset', token_start('names.token_index')) %}
{%- set last_token = list_element(
    'sentences.tokens', 'prepositions.token_index + length(prepositions.name_classes) - 1'
) %}

with

units as (
    select * from {{ ref('int_units') }}
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

prepositions as (
    select distinct
        names.sentence_id,
        names.article_id,
        names.token_index,
        {{ extract_group(right, named, 1) }} as name_classes,
        length({{ extract_group(between, site_before, 1) }}) as site_count
    from units
    inner join units as names
        on
            units.sentence_id = names.sentence_id
            and (
                {{ is_next }}
                or (
                    names.unit_index between units.unit_index + 2 and units.unit_index + 4
                    and units.unit_class in ('in', 'about_or_in')
                )
            )
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.unit_class in ('in', 'about_or_in', 'on', 'of', 'into')
        and names.unit_class in ('name', 'particle')
        and (
            ({{ is_next }} and {{ matches(right, apposed) }})
            or (
                {{ matches(between, site_before) }}
                and {{ matches(list_element('sentences.tokens', 'names.token_index - 1'), '^\\p{Lu}') }}
            )
            or (
                units.unit_class in ('in', 'about_or_in')
                and ({{ is_next }} or {{ matches(between, held_there) }})
                and (
                    {{ preposition }} not in ('at', 'toward', 'towards', 'around', 'about')
                    or {{ matches(right, at_place) }}
                )
            )
            or (
                {{ preposition }} in ('at', 'off')
                and {{ is_next }}
                and {{ matches(left, scene_at) }}
                and not {{ matches(before, text_pattern('aimed_at')) }}
            )
            or (
                units.unit_class in ('on', 'of')
                and {{ is_next }}
                and {{ matches(left, struck) }}
                and {{ matches(before, text_pattern('shelling_of')) }}
            )
        )
),

-- In a headline every word may look like a name; what is one is named again below it.
named_places as (
    select
        prepositions.sentence_id,
        prepositions.article_id,
        prepositions.token_index - prepositions.site_count as token_index,
        prepositions.site_count + length(prepositions.name_classes) as token_count,
        sentences.sentence_index > 0 or max(sentences.sentence_index) over (
            partition by
                prepositions.article_id,
                {{ last_token }}
        ) > 0 as is_in_body
    from prepositions
    inner join sentences on prepositions.sentence_id = sentences.sentence_id
    where
        prepositions.name_classes != ''
        and {{ matches(last_token, '\\p{Ll}{2}|^[0-9]+\\z') }}
),

-- An institution is one where people are attacked.
institutions as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.unit_class = 'named_organization'
        and units.token_count > 1
        and {{ list_element('sentences.tokens', 'units.token_index + units.token_count - 1') }}
        in ('University', 'College', 'Academy')
        and {{ matches('substring(sentence_units.unit_classes, 1, units.token_index - 1)', attacked) }}
),

unlisted_places as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count
    from named_places
    where is_in_body

    union all

    select * from institutions
)

select * from unlisted_places
