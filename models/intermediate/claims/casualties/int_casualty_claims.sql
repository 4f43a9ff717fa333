-- Grain: one casualty figure that an article states, however many sentences repeat it.

with

mentions as (
    select * from {{ ref('int_casualty_mentions') }}
),

dated_mentions as (
    select * from {{ ref('int_casualty_dated_mentions') }}
),

-- Whichever mention says who did it says it of all.
perpetrators as (
    select
        mentions.main_claim_key,
        perpetrators.perpetrator,
        perpetrators.perpetrator_id
    from mentions
    inner join {{ ref('int_casualty_perpetrators') }} as perpetrators on mentions.claim_key = perpetrators.claim_key
    qualify row_number() over (
        partition by mentions.main_claim_key
        order by
            mentions.claim_key = mentions.main_claim_key desc,
            mentions.sentence_index asc,
            mentions.token_index asc
    ) = 1
),

repetitions as (
    select
        main_claim_key,
        min(sentence_index) as first_sentence_index,
        bool_or(paragraph_role = 'title') as is_in_title,
        count(*) as mention_count
    from mentions
    group by main_claim_key
),

claims as (
    select
        mentions.*,
        perpetrators.perpetrator,
        perpetrators.perpetrator_id,
        dated_mentions.date_key,
        dates.event_date,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        dates.date_method,
        dates.period_text,
        repetitions.first_sentence_index,
        repetitions.is_in_title,
        repetitions.is_in_title or repetitions.first_sentence_index <= 8 as is_near_head,
        repetitions.mention_count,
        {{ content_id([
            "'casualty'", 'mentions.article_id', 'mentions.evidence_field', 'mentions.figure_start',
            'mentions.figure_end', 'mentions.outcome'
        ]) }} as claim_id
    from mentions
    inner join repetitions on mentions.claim_key = repetitions.main_claim_key
    left join perpetrators on mentions.claim_key = perpetrators.main_claim_key
    left join dated_mentions on mentions.claim_key = dated_mentions.claim_key
    left join {{ ref('int_casualty_dates') }} as dates on dated_mentions.date_key = dates.claim_key
),

-- The lead figure is the total of what the article is mainly about: not of the war, no part, in the headline, else a
-- number rather than "dozens", of one event, near the top, and the larger of two equally prominent ones.
ranked as (
    select
        *,
        row_number() over (
            partition by article_id, outcome
            order by
                case when whole_claim_key is null then 1 else 2 end,
                case scope when 'cumulative' then 2 else 1 end,
                case when is_near_head then 1 else 2 end,
                case when is_in_title and value is not null then 1 else 2 end,
                case when value is null then 2 else 1 end,
                case scope when 'event' then 1 else 2 end,
                case
                    when is_in_title or first_sentence_index <= 2 then 1
                    when first_sentence_index <= 5 then 2
                    else 3
                end,
                coalesce(value, value_low, 0) desc,
                first_sentence_index,
                token_index asc
        ) as lead_rank
    from claims
),

-- What comes only further down is told as background.
numbered as (
    select
        *,
        lead_rank = 1
        and whole_claim_key is null
        and scope != 'cumulative'
        and is_near_head as is_lead_figure
    from ranked
)

select * from numbered
