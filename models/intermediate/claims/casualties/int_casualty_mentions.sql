-- Grain: one casualty figure where a sentence states it, with every slot and the claim that it repeats or is.

with

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

perpetrators as (
    select * from {{ ref('int_casualty_perpetrators') }}
),

scopes as (
    select * from {{ ref('int_casualty_scopes') }}
),

parts as (
    select * from {{ ref('int_casualty_parts') }}
),

dates as (
    select * from {{ ref('int_claim_dates') }}
),

places as (
    select * from {{ ref('int_claim_places') }}
),

attributions as (
    select * from {{ ref('int_claim_attributions') }}
),

sentences as (
    select sentence_id, sentence_index, paragraph_role, text, start_offset, end_offset from {{ ref('stg_sentences') }}
),

described as (
    select
        figures.*,
        sentences.sentence_index,
        sentences.paragraph_role,
        sentences.text as sentence_text,
        sentences.start_offset as sentence_start,
        sentences.end_offset as sentence_end,
        perpetrators.perpetrator,
        perpetrators.perpetrator_id,
        scopes.scope,
        parts.whole_claim_key,
        attributions.attributed_to,
        attributions.attributed_to_id,
        attributions.via,
        case when scopes.scope != 'cumulative' or dates.date_method != 'carried_over' then dates.event_date end as event_date,
        case when scopes.scope != 'cumulative' or dates.date_method != 'carried_over' then dates.date_precision end as date_precision,
        case when scopes.scope != 'cumulative' or dates.date_method != 'carried_over' then dates.date_earliest end as date_earliest,
        case when scopes.scope != 'cumulative' or dates.date_method != 'carried_over' then dates.date_latest end as date_latest,
        case when scopes.scope != 'cumulative' or dates.date_method != 'carried_over' then dates.date_method end as date_method,
        dates.period_text,
        case when scopes.scope != 'cumulative' or places.place_method = 'stated' then places.place_id end as place_id,
        case when scopes.scope != 'cumulative' or places.place_method = 'stated' then places.place_text end as place_text,
        case
            when figures.value is null then lower(figures.original_value || coalesce(figures.victims, ''))
            when figures.value <= 3 then cast(figures.value as {{ dbt.type_string() }}) || lower(coalesce(figures.victims, ''))
            else cast(figures.value as {{ dbt.type_string() }})
        end as figure_wording
    from figures
    inner join sentences on figures.sentence_id = sentences.sentence_id
    inner join scopes on figures.claim_key = scopes.claim_key
    left join perpetrators on figures.claim_key = perpetrators.claim_key
    left join parts on figures.claim_key = parts.claim_key
    left join dates on figures.claim_key = dates.claim_key
    left join places on figures.claim_key = places.claim_key
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

mentions as (
    select
        *,
        first_value(claim_key) over (
            partition by article_id, outcome, figure_wording, number_in_sentence
            order by
                case paragraph_role when 'body' then 1 when 'caption' then 2 else 3 end,
                case when attributed_to is not null then 1 else 2 end,
                length(coalesce(victims, '')) desc,
                sentence_index,
                token_index
            rows between unbounded preceding and unbounded following
        ) as main_claim_key
    from ordered
)

select * from mentions
