-- Grain: one sentence's mention of a meeting that says when. A date belongs to the word of meeting that it stands
-- nearest to; what is planned lies after the article, so that "on Thursday" means the next one, and what had been
-- planned before it was cancelled on the Thursday, or the 28 December, that is nearest to the article.

{#- "To discuss the war, as well as the attack last week", "before the feast they will celebrate this week": the day
    of something else. -#}
{%- set topic_between = compile_pattern(
    '<discussed> (<!comma|stop>)+ <comma> | <that|relative> (<!comma|stop>){0,10} <modal>', grammar()
) %}
{#- "Met after the attack in Manchester earlier this week": the week of the attack. -#}
{%- set attack_before = compile_pattern('<attack|strife> (<in> <named_place|named_party>)?', grammar()) ~ '\\z' %}
{#- "Had a call with him on Monday, and later met them": the Monday of the call. -#}
{%- set clause_between = '^' ~ compile_pattern('<comma>? <and>', grammar()) %}
{%- set tokens_of_clause = 10 %}
{#- "Defended on Sunday the plan, which came up in his talks with him": the Sunday of the defence. -#}
{%- set relative_between = compile_pattern('<!in|of> <relative>', grammar()) %}

with

mentions as (
    select distinct
        claim_key,
        article_id,
        sentence_id,
        token_index,
        status
    from {{ ref('int_meeting_mentions') }}
),

anchors as (
    select * from {{ ref('int_meeting_anchors') }}
),

claim_dates as (
    select * from {{ ref('int_claim_dates') }}
    where date_earliest is not null
),

day_sentences as (
    select * from {{ ref('int_meeting_day_sentences') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

nearest as (
    select
        mentions.article_id,
        mentions.status,
        claim_dates.*
    from mentions
    inner join claim_dates on mentions.claim_key = claim_dates.claim_key
    inner join anchors on mentions.sentence_id = anchors.sentence_id and mentions.token_index = anchors.token_index
    inner join document_dates on mentions.article_id = document_dates.article_id
    left join day_sentences
        on claim_dates.claim_key = day_sentences.claim_key and claim_dates.sentence_id = day_sentences.sentence_id
    where
        (claim_dates.date_method != 'carried_over' or day_sentences.claim_key is not null)
        and (
            mentions.status != 'planned'
            or not (claim_dates.is_date_of_speech or claim_dates.date_method in ('carried_over', 'year'))
            -- What is planned lies ahead.
            or claim_dates.date_method = 'carried_over'
            and claim_dates.date_earliest >= document_dates.published_date_earliest
        )
        -- What had been cancelled was on no day that the story goes on to, nor on the one on which that was said.
        and not (
            mentions.status = 'cancelled'
            and (claim_dates.date_method = 'carried_over' or claim_dates.is_date_of_speech)
        )
        -- "Earlier this month he acknowledged that he had met": when he spoke; but "said in talks with him last March".
        and not (
            claim_dates.is_date_of_speech
            and claim_dates.date_precision != 'day'
            and claim_dates.first_token < mentions.token_index
        )
        and not (
            claim_dates.sentence_id = mentions.sentence_id
            and coalesce(claim_dates.last_token < mentions.token_index, false)
            and {{ matches('substring(anchors.classes_before, claim_dates.last_token + 1)', relative_between) }}
        )
        and not (
            claim_dates.sentence_id = mentions.sentence_id
            and not claim_dates.is_date_of_speech
            and claim_dates.first_token > mentions.token_index
            and {{ matches(
                'substring(anchors.classes_after, 1, '
                ~ 'greatest(claim_dates.first_token - mentions.token_index - anchors.token_count, 0))',
                topic_between ~ '|' ~ attack_before
            ) }}
        )
    qualify claim_dates.date_method = 'carried_over' or row_number() over (
        partition by claim_dates.sentence_id, claim_dates.first_token, claim_dates.date_method
        order by
            abs(claim_dates.first_token - mentions.token_index)
            + case
                when {{ matches('substring(anchors.classes_before, claim_dates.last_token + 1)', clause_between) }}
                    then {{ tokens_of_clause }}
                else 0
            end,
            mentions.token_index
    ) = 1
),

shifts as (
    select
        nearest.*,
        case
            when
                not (
                    nearest.status = 'planned'
                    or nearest.status = 'cancelled'
                    and nearest.is_date_of_plan
                    and nearest.date_latest < case nearest.date_method
                        when 'weekday' then {{ add_days('document_dates.published_date_earliest', -3) }}
                        else {{ add_days('document_dates.published_date_earliest', -183) }}
                    end
                )
                or nearest.date_precision not in ('day', 'month')
                or nearest.date_latest >= document_dates.published_date_earliest
                then 0
            when nearest.date_method = 'weekday' then 7
            when nearest.date_method in ('day_of_month', 'month') then 365
            else 0
        end as days_ahead
    from nearest
    inner join document_dates on nearest.article_id = document_dates.article_id
),

dates as (
    select
        claim_key,
        sentence_id,
        start_offset,
        end_offset,
        case
            when days_ahead = 7 then {{ add_days('event_date', 7) }}
            when days_ahead = 365 then {{ add_months('event_date', 12) }}
            else event_date
        end as event_date,
        date_precision,
        case
            when days_ahead = 7 then {{ add_days('date_earliest', 7) }}
            when days_ahead = 365 then {{ add_months('date_earliest', 12) }}
            else date_earliest
        end as date_earliest,
        case
            when days_ahead = 7 then {{ add_days('date_latest', 7) }}
            when days_ahead = 365 then {{ add_months('date_latest', 12) }}
            when status = 'planned' and date_method = 'this_period' and date_precision = 'week'
                then {{ add_days('date_earliest', 6) }}
            else date_latest
        end as date_latest,
        date_method
    from shifts
)

select * from dates
