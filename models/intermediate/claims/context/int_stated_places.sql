-- Grain: one claim whose own sentence says where it happened.

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
{#- "The strike killed two in revenge for rockets fired at Haifa": what one event answers is another event. -#}
{%- set answered = '(?i:retaliat|in response to|reveng|aveng|reprisal)' %}
{%- set attached = '^' ~ compile_pattern('<date|adverb>? <in> <definite>?', language) ~ '\\z' %}
{%- set from_there = compile_pattern(
    '<figure|counted_harm|person_noun|people_noun|harmed|died> <from> <definite>?', language
) ~ '\\z' %}
{#- "Of the 60 killed in Sudan, 25 died in Omdurman": a figure harmed by a verb of its own. -#}
{%- set harmed_elsewhere = compile_pattern(
    '<figure|quantity> (<have|be|adverb>){0,3} <harmed|died|dead>', language
) %}
{%- set warring = compile_pattern('<strife>', language) %}
{%- set last_shared = 'best_places.token_index + best_places.token_count + best_places.tokens_shared - 1' %}

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
    where
        not is_owner
        and not is_speaker
        and (breadth <= 2 or is_location or is_scene or (is_after_preposition and not is_listed))
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

in_sentence as (
    select
        claims.claim_key,
        claims.first_token,
        scopes.scope,
        coalesce(outcomes.outcome = 'displaced' and places.is_destination, false) as is_fled_to,
        -- "People from Sinjar are still displaced" is of Sinjar, "rockets from Gaza killed two" is not of Gaza.
        not places.is_off_scene
        or places.is_scene
        or coalesce(outcomes.outcome = 'displaced' and {{ matches(
            'substring(sentence_units.unit_classes, 1, places.token_index - 1)', from_there
        ) }}, false) as is_on_scene,
        {{ matches(words_between(
            'least(' ~ token_end('claims.last_token') ~ ', places.start_offset)',
            'greatest(' ~ token_start('claims.first_token') ~ ', places.start_offset)'
        ), answered) }} as is_answered,
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
        places.token_index < claims.first_token
        and {{ matches(between, another_attack) }} as is_of_another_attack,
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
),

-- "Four died in Iraq when a mine went off in Tikrit": what the second clause says is only more exact.
placed as (
    select
        *,
        coalesce(
            breadth <= 2 and is_location and not is_beside and not is_told_apart and not is_of_next_figure
            and country = max(case when breadth > 2 and barrier_count = 0 then country end)
                over (partition by claim_key),
            false
        ) as is_within_country,
        -- "Carrying home to Dover eighteen killed in Afghanistan".
        breadth > 2 and is_attached
        and max(case when breadth <= 2 and not is_of_next_figure then 1 else 0 end)
            over (partition by claim_key, country) = 0
            as is_attached_country
    from in_sentence
    where is_on_scene and not is_of_another_attack and not is_answered
),

best_places as (
    select * from placed
    where
        (is_location or is_scene or breadth > 2 or token_distance <= 10)
        -- "A regime once the firmest in the Middle East": a continent is a place only of what is told beside it.
        and (breadth <= 2 or country is not null or token_distance <= 6)
        -- The toll of a war is that of a town only where it is said beside it.
        and (
            coalesce(scope, '') != 'cumulative'
            or breadth > 1
            or is_scene
            or token_distance
            <= case when token_index < first_token and (is_of_war or not is_location) then 3 else 8 end
        )
    qualify row_number() over (
        partition by claim_key
        order by
            -- Where people flee to is worth less than where they were driven from.
            is_fled_to asc,
            -- "The town of Kobo in Amhara, where".
            is_scene_of_clause and breadth <= 2 and not is_container and token_index < first_token desc,
            not is_within_country and barrier_count > 0,
            is_container,
            is_off_scene and not is_scene asc,
            is_of_second_figure desc,
            is_attached_country desc,
            case
                when is_all_over and token_distance <= 6 then 1
                -- "In Helmand province, two died when a mine went off in Sangin."
                when is_after_preposition and not is_beside and breadth = 1 and token_distance <= 3 then 1
                when (is_location or is_scene) and not is_beside and breadth <= 2 then 1
                when is_location and not is_beside and breadth = 3 then 2
                when is_location and breadth <= 2 then 3
                when is_after_preposition and breadth <= 2 then 4
                when is_location then 5
                when is_after_preposition then 6
                else 7
            end,
            barrier_count asc,
            figures_between asc,
            breadth = 2 or is_in_other_clause or token_distance > 15 asc,
            token_distance asc,
            token_index asc
    ) = 1
),

-- What happened "in Kenya and Tanzania" happened in no one country.
stated_places as (
    select
        best_places.claim_key,
        best_places.sentence_id,
        case when best_places.tokens_shared = 0 or best_places.breadth <= 2 then best_places.place_id end as place_id,
        case
            when best_places.tokens_shared = 0 then best_places.place_text
            else {{ words_between('best_places.start_offset', token_end(last_shared)) }}
        end as place_text,
        best_places.start_offset,
        case
            when best_places.tokens_shared = 0 then best_places.end_offset else {{ token_end(last_shared) }}
        end as end_offset,
        best_places.breadth,
        best_places.country
    from best_places
    inner join sentences on best_places.sentence_id = sentences.sentence_id
)

select * from stated_places
