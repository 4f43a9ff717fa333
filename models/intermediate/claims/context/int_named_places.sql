-- Grain: one mention of a place in a sentence, with the place that it names, if known.

{%- set language = grammar() %}
{#- "In Maroun al-Ras": a name before a place that is known, and before that a preposition. -#}
{%- set longer_name = compile_pattern('<in|on|from> <definite>?', language) ~ '('
    ~ compile_pattern('<name>{1,2}', language) ~ ')\\z' %}
{#- "Overran Wad Nour, a village in Gezira"; what a preposition stands before is found by it. -#}
{%- set apposed_name = compile_pattern('<!in|on|of|into|about_or_in|name|particle|hyphen|named_person|role>', language)
    ~ '(' ~ compile_pattern('<full_name> <comma>', language) ~ ')\\z' %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}

with

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

mentions as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        length(case
            when {{ matches(
                list_element('sentences.tokens', 'units.token_index'), text_pattern('indefinite_article')
            ) }} then {{ extract_group(left, apposed_name, 1) }}
            else {{ extract_group(left, longer_name, 1) }}
        end) as tokens_before
    from {{ ref('int_units') }} as units
    inner join {{ ref('int_sentence_units') }} as sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where units.unit_class = 'named_place'
),

units as (
    select * from mentions

    union all

    select
        *,
        0 as tokens_before
    from {{ ref('int_unlisted_places') }}
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
        country,
        country_code
    from {{ ref('stg_places') }}
),

-- The first name in "Washer district, Helmand" is the most specific one, but in "the southern Yemen province of Abyan"
-- it is the second.
named as (
    select
        units.sentence_id,
        units.token_index,
        words.entity_id,
        words.word_class,
        count(*) over (partition by units.sentence_id, units.token_index) as name_count
    from units
    inner join words
        on
            units.sentence_id = words.sentence_id
            and units.token_index <= words.token_index
            and words.token_index < units.token_index + units.token_count
    left join known_places on words.entity_id = known_places.place_id
    qualify row_number() over (
        partition by units.sentence_id, units.token_index
        order by
            words.word_class desc,
            coalesce(known_places.place_type = 'region', false)
            and right(known_places.name, length(known_places.country)) = known_places.country asc,
            words.token_index asc
    ) = 1
),

-- "Zubair, southwest of Basra" lies where Basra does.
located as (
    select
        units.*,
        -- "Maroun al-Ras" is not the al-Ras that the gazetteer knows, but "N Syria" is Syria.
        case when units.tokens_before = 0 or named.word_class = 'country' then named.entity_id end as place_id,
        case when named.word_class = 'country' then 0 else units.tokens_before end as longer_by,
        coalesce(named.name_count, 1) as name_count,
        lead(named.entity_id) over (partition by units.sentence_id order by units.token_index) as next_place_id,
        lead(units.token_index) over (partition by units.sentence_id order by units.token_index)
        <= units.token_index + units.token_count + 4 as is_next_near
    from units
    left join named on units.sentence_id = named.sentence_id and units.token_index = named.token_index
),

named_places as (
    select
        located.sentence_id,
        located.article_id,
        sentences.sentence_index,
        located.token_index - located.longer_by as token_index,
        located.token_count + located.longer_by as token_count,
        located.place_id,
        located.name_count,
        coalesce(known_places.country, next_places.country) as country,
        coalesce(known_places.country_code, next_places.country_code) as country_code,
        coalesce(known_places.place_type = 'country', false) as is_country,
        coalesce(known_places.place_type = 'region', false) as is_region,
        case
            when known_places.place_type = 'country' then 4
            -- Europe; the Middle East.
            when known_places.place_type = 'region' and known_places.country is null then 4
            -- Northern Syria; eastern Ukraine.
            when
                known_places.place_type = 'region'
                and right(known_places.name, length(known_places.country)) = known_places.country
                then 3
            when known_places.place_type in ('region', 'province') then 2
            else 1
        end as breadth,
        {{ token_text(
            'located.token_index - located.longer_by', 'located.token_index + located.token_count - 1'
        ) }} as place_text,
        {{ token_start('located.token_index - located.longer_by') }} as start_offset,
        {{ token_end('located.token_index + located.token_count - 1') }} as end_offset
    from located
    inner join sentences on located.sentence_id = sentences.sentence_id
    left join known_places on located.place_id = known_places.place_id
    left join known_places as next_places
        on
            located.place_id is null
            and located.is_next_near
            and located.next_place_id = next_places.place_id
)

select * from named_places
