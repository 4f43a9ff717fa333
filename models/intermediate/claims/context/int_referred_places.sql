-- Grain: one casualty figure whose sentence says that it happened "in the city", with the city that was named last.

{%- set language = grammar() %}
{%- set referring = compile_pattern(
    '<in|on|of|into|died> <definite> (<word|controls|captured|hyphen|besieges|harmed|direction|adverb|person_noun>){0,3}',
    language
) ~ '\\z' %}
{%- set named = '^' ~ compile_pattern(
    '(<of|hyphen|named_place|genitive|apostrophe|name|word|place_noun|org_noun> | <comma> <named_place>)', language
) %}
{%- set left = 'substring(sentence_units.unit_classes, 1, units.token_index - 1)' %}
{%- set right = 'substring(sentence_units.unit_classes, units.token_index + units.token_count)' %}
{%- set noun = 'lower(' ~ list_element('sentences.tokens', 'units.token_index + units.token_count - 1') ~ ')' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'casualty'
),

units as (
    select
        sentence_id,
        token_index,
        token_count
    from {{ ref('int_units') }}
    where unit_class = 'place_noun'
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

known_places as (
    select
        place_id,
        place_type
    from {{ ref('stg_places') }}
),

places as (
    select
        place_units.*,
        case
            when known_places.place_type in ('city', 'town', 'village') then 'settlement'
            when known_places.place_type in ('province', 'region') then 'territory'
        end as place_kind
    from {{ ref('int_place_units') }} as place_units
    left join known_places on place_units.place_id = known_places.place_id
    where
        place_units.breadth <= 2
        and not place_units.is_beside
        and not place_units.is_speaker
        and not {{ matches('lower(place_units.place_text)', '(?:hospital|airport|university|mosque|school|base)\\z') }}
),

references_to_places as (
    select
        units.sentence_id,
        units.token_index,
        units.token_count,
        sentence_units.unit_classes,
        case
            when {{ noun }} in ('city', 'town', 'village') then 'settlement'
            when {{ noun }} in ('province', 'region', 'territory', 'enclave', 'strip') then 'territory'
        end as place_kind
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    inner join sentences on units.sentence_id = sentences.sentence_id
    where
        units.sentence_id in (select claims.sentence_id from claims)
        and {{ matches(left, referring) }}
        and not {{ matches(right, named) }}
),

in_sentence as (
    select
        claims.claim_key,
        claims.article_id,
        sentences.sentence_index,
        references_to_places.token_index as noun_index,
        references_to_places.place_kind,
        {{ distance_columns(
            'claims', 'references_to_places', 'references_to_places.unit_classes',
            ['colon', 'said', 'but', 'stop', 'according', 'quoted', 'while', 'named_place']
        ) }}
    from claims
    inner join references_to_places on claims.sentence_id = references_to_places.sentence_id
    inner join sentences on claims.sentence_id = sentences.sentence_id
    where references_to_places.place_kind is not null
),

referred_places as (
    select
        in_sentence.claim_key,
        places.sentence_id,
        places.place_id,
        places.place_text,
        places.start_offset,
        places.end_offset
    from in_sentence
    inner join places
        on
            in_sentence.article_id = places.article_id
            and in_sentence.place_kind = places.place_kind
            and (
                in_sentence.sentence_index > places.sentence_index
                or (in_sentence.sentence_index = places.sentence_index and in_sentence.noun_index > places.token_index)
            )
    where in_sentence.barrier_count = 0 and in_sentence.token_distance <= 12
    qualify row_number() over (
        partition by in_sentence.claim_key
        order by
            in_sentence.token_distance asc,
            in_sentence.noun_index asc,
            places.sentence_index desc,
            places.token_index desc
    ) = 1
)

select * from referred_places
