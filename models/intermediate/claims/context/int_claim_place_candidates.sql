-- Grain: one claim and one place of its sentence where it may have happened, with how the two stand to each other.

{%- set language = grammar() %}
{%- set joining = compile_pattern('<and>', language) %}
{%- set between = 'substring(sentence_units.unit_classes, least(claims.last_token + 1, places.token_index'
    ~ ' + places.token_count), greatest(places.token_index - claims.last_token - 1, '
    ~ 'claims.first_token - places.token_index - places.token_count, 0))' %}
{#- "55 at the border, and a bombing that killed 70": the second has a place of its own, if any. -#}
{%- set an_attack = '<indefinite> <word|adverb|nationality|thing_noun|place_noun|org_noun|person_noun|hyphen|made>{0,5}'
    ~ '<attack>' %}
{%- set another_attack = compile_pattern('<figure|quantity|counted_harm> <!stop>* ' ~ an_attack
    ~ ' | <and> ' ~ an_attack ~ ' <that|relative>', language) %}
{%- set attached = '^' ~ compile_pattern('<date|adverb>? <in> <definite>?', language) ~ '\\z' %}
{%- set from_there = compile_pattern(
    '<figure|counted_harm|person_noun|people_noun|harmed|died> <from> <definite>?', language
) ~ '\\z' %}
{#- "Of the 60 killed in Sudan, 25 died in Omdurman": a figure harmed by a verb of its own. -#}
{%- set harmed_elsewhere = compile_pattern(
    '<figure|quantity> (<have|be|adverb>){0,3} <harmed|died|dead>', language
) %}
{%- set warring = compile_pattern('<strife>', language) %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

-- A country is a place only where something happens in it: most often it acts, above all behind a comma.
places as (
    select * from {{ ref('int_place_units') }}
    where not is_owner and not is_speaker
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

claim_place_candidates as (
    select
        claims.claim_key,
        claims.first_token,
        scopes.scope,
        coalesce(outcomes.outcome = 'displaced' and places.is_destination, false) as is_fled_to,
        -- "Two brothers in Homs and three soldiers in Hama": other figures between the claim's own and the place.
        length({{ replace_all(
            'substring(sentence_units.unit_classes, least(claims.anchor_index, places.token_index) + 1, '
            ~ 'abs(places.token_index - claims.anchor_index) - 1)',
            '[^' ~ symbols_of(['figure', 'quantity', 'counted_harm']) ~ ']', ''
        ) }}) as figures_between,
        -- "Four died in Homs and five were killed in Hama": what stands behind a second figure is its own.
        {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', joining ~ '\\z') }}
        and places.token_index > claims.last_token
        and places.breadth <= 2
        and places.is_location
        and not places.is_beside
        and not {{ matches(
            between, compile_pattern('<comma|and|while|but|said|colon|figure|quantity|counted_harm>', language)
        ) }} as is_of_second_figure,
        places.token_index > claims.last_token
        and places.is_location
        and {{ matches(between, attached) }} as is_attached,
        places.token_index > claims.last_token
        and {{ matches(between, harmed_elsewhere) }} as is_of_next_figure,
        places.breadth = 1
        and (coalesce(outcomes.outcome = 'displaced', false) or {{ matches(between, joining) }}) as is_in_other_clause,
        places.*,
        {{ distance_columns(
            'claims', 'places', 'sentence_units.unit_classes', ['colon', 'said', 'but', 'stop', 'according', 'quoted', 'while']
        ) }},
        {{ matches(between, compile_pattern('<colon|said|but|stop|according|quoted>', language)) }} as is_told_apart,
        {{ matches(between, warring) }} as is_of_war
    from claims
    inner join places on claims.sentence_id = places.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    inner join sentences on claims.sentence_id = sentences.sentence_id
    left join {{ ref('int_casualty_scopes') }} as scopes on claims.claim_key = scopes.claim_key
    left join {{ ref('int_casualty_outcomes') }} as outcomes on claims.claim_key = outcomes.claim_key
    where
        (
            places.breadth <= 2
            or places.is_location
            or places.is_scene
            or (places.is_after_preposition and not places.is_listed)
            or (places.is_destination and coalesce(outcomes.outcome = 'displaced', false))
        )
        -- "People from Sinjar are still displaced" is of Sinjar, "rockets from Gaza killed two" is not of Gaza.
        and (
            not places.is_off_scene
            or places.is_scene
            or coalesce(outcomes.outcome = 'displaced' and {{ matches(
                'substring(sentence_units.unit_classes, 1, places.token_index - 1)', from_there
            ) }}, false)
        )
        and not (places.token_index < claims.first_token and {{ matches(between, another_attack) }})
        and not {{ matches(words_between(
            'least(' ~ token_end('claims.last_token') ~ ', places.start_offset)',
            'greatest(' ~ token_start('claims.first_token') ~ ', places.start_offset)'
        ), text_pattern('answered')) }}
)

select * from claim_place_candidates
