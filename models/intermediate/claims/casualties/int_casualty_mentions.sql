-- Grain: one casualty figure where a sentence states it, with every slot and the claim that it repeats or is.

{%- set last_name = '([\\p{L}\\p{M}\\p{N}_]+)[^\\p{L}\\p{M}\\p{N}_]*\\z' %}

with

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

scopes as (
    select * from {{ ref('int_casualty_scopes') }}
),

parts as (
    select * from {{ ref('int_casualty_parts') }}
),

places as (
    select * from {{ ref('int_claim_places') }}
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

described as (
    select
        figures.*,
        sentences.sentence_index,
        sentences.paragraph_role,
        sentences.text as sentence_text,
        sentences.start_offset as sentence_start,
        sentences.end_offset as sentence_end,
        scopes.scope,
        parts.whole_claim_key,
        attributions.attributed_to,
        attributions.attributed_to_id,
        attributions.via,
        case
            when figures.value is null then lower(figures.original_value || coalesce(figures.victims, ''))
            -- One person by name.
            when figures.value = 1 and figures.victims is null
                then {{ extract_group('lower(figures.original_value)', last_name, 1) }}
            when figures.value <= 3
                then cast(figures.value as {{ dbt.type_string() }}) || lower(coalesce(figures.victims, ''))
            else cast(figures.value as {{ dbt.type_string() }})
        end as figure_wording
    from figures
    inner join sentences on figures.sentence_id = sentences.sentence_id
    inner join scopes on figures.claim_key = scopes.claim_key
    left join parts on figures.claim_key = parts.claim_key
    left join attributions on figures.claim_key = attributions.claim_key
),

-- The same figure twice in one sentence counts two groups of people; in two sentences it is said again.
ordered as (
    select
        *,
        row_number() over (
            partition by sentence_id, outcome, figure_wording
            order by token_index
        ) as number_in_sentence
    from described
),

repeated as (
    select
        *,
        first_value(claim_key) over (
            partition by
                article_id,
                outcome,
                figure_wording,
                -- Five children, and five people elsewhere.
                case when victim_group in ('child', 'woman') then victim_group end,
                number_in_sentence
            order by
                case paragraph_role when 'body' then 1 when 'caption' then 2 else 3 end,
                case when attributed_to is not null then 1 else 2 end,
                length(coalesce(victims, '')) desc,
                sentence_index,
                token_index asc
            rows between unbounded preceding and unbounded following
        ) as main_claim_key
    from ordered
),

-- One mention may say where, which others leave to be carried over; a town of another country is of something else.
placed as (
    select
        places.*,
        repeated.main_claim_key,
        repeated.sentence_index,
        repeated.token_index,
        coalesce(places.country != max(case when places.place_method = 'stated_country' then places.country end)
            over (partition by repeated.main_claim_key), false) as is_elsewhere
    from repeated
    inner join places on repeated.claim_key = places.claim_key
),

group_places as (
    select
        main_claim_key,
        claim_key as place_key,
        place_id,
        place_text
    from placed
    qualify row_number() over (
        partition by main_claim_key
        order by
            case
                when place_method in ('stated', 'stated_province') and not is_elsewhere then 1
                when place_method in ('stated', 'stated_province', 'stated_country') then 3
                when is_elsewhere or place_method in ('country_beside', 'theatre_of_war') then 4
                else 2
            end,
            claim_key = main_claim_key desc,
            sentence_index asc,
            token_index asc
    ) = 1
),

mentions as (
    select
        repeated.*,
        group_places.place_key,
        group_places.place_id,
        group_places.place_text
    from repeated
    left join group_places on repeated.main_claim_key = group_places.main_claim_key
)

select * from mentions
