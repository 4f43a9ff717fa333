-- Grain: one casualty figure that has a date, with the mention that gives it.

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
casualty_dated_mentions as (
    select
        main_claim_key as claim_key,
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
)

select * from casualty_dated_mentions
