-- Grain: one claim whose own sentence says where it happened.

{%- set last_shared = 'best_places.token_index + best_places.token_count + best_places.tokens_shared - 1' %}

with

candidates as (
    select * from {{ ref('int_claim_place_candidates') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
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
    from candidates
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
            -- "Nine were killed in Homs, four in Hama."
            is_attached and breadth = 1 and not is_beside desc,
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
