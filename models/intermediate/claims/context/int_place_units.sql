-- Grain: one mention of a place in a sentence, with the place it names, if known.

{%- set placing = compile_pattern(
    '<in|on|to|from|of|into|for|between|against|comma|and> <definite|indefinite>? (<direction|word>){0,2}', grammar()
) ~ '\\z' %}
{%- set locating = compile_pattern(
    '<in|on|into> <definite|indefinite>? (<direction|word|nationality>){0,3}', grammar()
) ~ '\\z' %}
{%- set scene = '^' ~ compile_pattern('<comma>? <where> | <attack>', grammar()) %}
{%- set speaking = '^' ~ compile_pattern('<comma>? <adverb>? <said>', grammar()) %}
{%- set owning = '^' ~ compile_pattern('<genitive_mark> (<!strife>)', grammar()) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, units.token_index + units.token_count)' %}

with

units as (
    select * from {{ ref('int_units') }}
    where unit_class = 'named_place'
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

sentences as (
    select
        sentence_id,
        sentence_index,
        start_offset,
        text
    from {{ ref('stg_sentences') }}
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('place', 'country')
),

known_places as (
    select
        place_id,
        name,
        place_type,
        country
    from {{ ref('stg_places') }}
),

tokens as (
    select
        sentence_id,
        token_index,
        token,
        start_offset,
        end_offset,
        has_space_before
    from {{ ref('int_tokens') }}
),

-- The first name in "Washer district, Helmand" is the most specific one.
named as (
    select
        units.sentence_id,
        units.token_index,
        words.entity_id,
        words.word_class
    from units
    inner join words
        on
            units.sentence_id = words.sentence_id
            and units.token_index <= words.token_index
            and words.token_index < units.token_index + units.token_count
    qualify row_number() over (
        partition by units.sentence_id, units.token_index
        order by words.word_class desc, words.token_index asc
    ) = 1
),

places as (
    select
        units.sentence_id,
        units.article_id,
        sentences.sentence_index,
        units.token_index,
        units.token_count,
        named.entity_id as place_id,
        coalesce(known_places.place_type = 'country', false) as is_country,
        case
            when known_places.place_type = 'country' then 4
            -- Northern Syria; eastern Ukraine.
            when
                known_places.place_type = 'region'
                and right(known_places.name, length(known_places.country)) = known_places.country
                then 3
            when known_places.place_type in ('region', 'province') then 2
            else 1
        end as breadth,
        {{ matches(left, placing) }} as is_after_preposition,
        {{ matches(left, locating) }} as is_location,
        {{ matches(right, owning) }}
        or coalesce(nexts.token = '-' and not nexts.has_space_before, false) as is_owner,
        {{ matches(right, scene) }} as is_scene,
        {{ matches(right, speaking) }} as is_speaker,
        substring(
            sentences.text, firsts.start_offset - sentences.start_offset + 1, lasts.end_offset - firsts.start_offset
        ) as place_text,
        firsts.start_offset,
        lasts.end_offset
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    inner join tokens as firsts
        on units.sentence_id = firsts.sentence_id and units.token_index = firsts.token_index
    inner join tokens as lasts
        on units.sentence_id = lasts.sentence_id and units.token_index + units.token_count - 1 = lasts.token_index
    left join tokens as nexts
        on units.sentence_id = nexts.sentence_id and units.token_index + units.token_count = nexts.token_index
    left join named on units.sentence_id = named.sentence_id and units.token_index = named.token_index
    left join known_places on named.entity_id = known_places.place_id
)

select * from places
