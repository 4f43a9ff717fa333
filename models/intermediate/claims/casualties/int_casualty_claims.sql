-- Grain: one casualty figure that an article states, however many sentences repeat it.

{%- set exactness = "case date_precision when 'day' then 1 when 'week' then 2 when 'month' then 3 when 'season' then 4 "
    ~ "when 'year' then 5 else 6 end" %}
{%- set most_tokens_to_date = 20 %}
{#- "Two were killed" is soon said of others. -#}
{%- set few = 3 %}
{%- set most_sentences_to_few = 10 %}
{%- set most_sentences_to_other_wording = 3 %}
{%- set other_day = "case when is_stated and not is_main and date_precision = 'day' then date_earliest end" %}

with

mentions as (
    select * from {{ ref('int_casualty_mentions') }}
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

-- One mention may state when, which others leave out, leave to be carried over or say less exactly.
dated as (
    select
        mentions.main_claim_key,
        mentions.sentence_index,
        mentions.token_index,
        dates.claim_key as date_key,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        mentions.claim_key = mains.claim_key as is_main,
        coalesce(dates.date_method, '') != 'carried_over' as is_stated,
        {{ exactness }} as exactness
    from mentions
    inner join mentions as mains on mentions.main_claim_key = mains.claim_key and mentions.scope = mains.scope
    inner join {{ ref('int_casualty_dates') }} as dates on mentions.claim_key = dates.claim_key
    where
        mentions.claim_key = mains.claim_key
        or (
            dates.token_distance <= {{ most_tokens_to_date }}
            and abs(mentions.sentence_index - mains.sentence_index) <= case
                when mentions.qualifier != mains.qualifier then {{ most_sentences_to_other_wording }}
                when mains.victims is not null and mains.value <= {{ few }} then {{ most_sentences_to_few }}
                else 1000
            end
        )
),

compared as (
    select
        *,
        max(case when is_main and is_stated then date_earliest end) over (partition by main_claim_key) as main_earliest,
        max(case when is_main and is_stated then date_latest end) over (partition by main_claim_key) as main_latest,
        max(case when is_main then exactness end) over (partition by main_claim_key) as main_exactness,
        min({{ other_day }}) over (partition by main_claim_key)
        = max({{ other_day }}) over (partition by main_claim_key) as is_one_day
    from dated
),

-- What the fullest mention states holds, if not as exactly, and of several other days none is it.
group_dates as (
    select
        main_claim_key,
        date_key
    from compared
    where
        is_main
        or (
            is_stated
            and coalesce(is_one_day, true)
            and coalesce(exactness <= main_exactness, true)
            and coalesce(date_earliest >= main_earliest and date_latest <= main_latest, true)
        )
    qualify row_number() over (
        partition by main_claim_key
        order by is_stated desc, exactness asc, is_main desc, sentence_index asc, token_index asc
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
        group_dates.date_key,
        dates.event_date,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        dates.date_method,
        dates.period_text,
        repetitions.first_sentence_index,
        repetitions.is_in_title,
        repetitions.mention_count,
        {{ content_id([
            "'casualty'", 'mentions.article_id', 'mentions.evidence_field', 'mentions.figure_start',
            'mentions.figure_end', 'mentions.outcome'
        ]) }} as claim_id
    from mentions
    inner join repetitions on mentions.claim_key = repetitions.main_claim_key
    left join perpetrators on mentions.claim_key = perpetrators.main_claim_key
    left join group_dates on mentions.claim_key = group_dates.main_claim_key
    left join {{ ref('int_casualty_dates') }} as dates on group_dates.date_key = dates.claim_key
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
                case when is_in_title or first_sentence_index <= 8 then 1 else 2 end,
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
        and (is_in_title or first_sentence_index <= 8) as is_lead_figure
    from ranked
)

select * from numbered
