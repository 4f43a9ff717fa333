-- Grain: one claim, with the date or the stretch of time that its article gives for it, if any.
{%- set most_tokens_to_year = 14 %}
{%- set most_tokens_to_referred = 3 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
),

closing_dates as (
    select * from {{ ref('int_closing_dates') }}
),

candidates as (
    select
        candidates.*,
        undated.claim_key is not null as is_undated,
        closing_dates.sentence_id is not null as is_closing
    from {{ ref('int_claim_date_candidates') }} as candidates
    left join undated on candidates.claim_key = undated.claim_key
    left join closing_dates
        on
            candidates.sentence_id = closing_dates.sentence_id
            and candidates.token_index = closing_dates.token_index
),

carried_dates as (
    select * from {{ ref('int_carried_dates') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- The day on which somebody spoke is the day of a meeting that nothing else dates, never that of an attack. What
-- another clause dates is not the meeting, unless the sentence begins with the date, it is the day of a plan or stands
-- right before the clause ("on Friday, when they met"), or a caption closes with it; "on Tuesday he defended his call"
-- dates the defence. Who took ground did so on the day that stands in the clause or right before it ("in 2014, when").
stated as (
    select
        claim_key,
        sentence_id,
        token_index,
        token_count,
        date_earliest,
        date_latest,
        -- Figures add up over "this year"; who took a town this year, or "since June, when", took it once; who held it
        -- "from 2006 to 2011" did so in 2006.
        case
            when claim_type = 'control' and (is_before_clause or has_end) and kind in ('month', 'year') then kind
            when claim_type = 'control' and (is_before_clause or has_end) and kind in ('weekday', 'day_of_month')
                then 'day'
            else date_precision
        end as date_precision,
        is_period
        and not (
            claim_type = 'control'
            and (date_precision != 'range' or coalesce(is_before_clause, false) or coalesce(has_end, false))
        ) as is_period,
        is_date_of_speech,
        is_date_of_plan,
        kind as date_method,
        token_distance
    from candidates
    where
        case
            when claim_type = 'meeting'
                then
                    kind is not null
                    and not (is_of_referred and token_distance > {{ most_tokens_to_referred }})
                    and (
                        is_date_of_speech
                        or barrier_count = 0 and (kind != 'year' or anchor_distance <= {{ most_tokens_to_year }})
                        or token_index <= 3
                        or is_date_of_plan
                        or is_closing
                        or barrier_count = 1 and date_precision = 'day' and (is_before_clause or is_before_sequence)
                    )
            when is_date_of_speech or is_of_outer_clause or (claim_type = 'control' and kind is null) then false
            when claim_type = 'casualty' then not is_undated
            when claim_type = 'control' and barrier_count = 0 then token_distance <= 15
            when claim_type = 'control'
                then
                    barrier_count = 1 and (is_before_clause and token_distance <= 6 or is_past_clause)
            else true
        end
    qualify row_number() over (
        partition by claim_key
        order by
            is_date_of_speech,
            is_period and claim_type = 'meeting',
            barrier_count,
            token_distance,
            -- "On Monday, killing 12 and holding the town for six hours": how long tells less than when.
            claim_type = 'casualty' and kind is null and date_earliest is null,
            anchor_distance,
            token_index
    ) = 1
),

chosen as (
    select * from stated

    union all

    select
        carried_dates.claim_key,
        carried_dates.sentence_id,
        carried_dates.token_index,
        carried_dates.token_count,
        carried_dates.date_earliest,
        carried_dates.date_latest,
        carried_dates.date_precision,
        false as is_period,
        false as is_date_of_speech,
        false as is_date_of_plan,
        'carried_over' as date_method,
        cast(null as integer) as token_distance
    from carried_dates
    left join stated on carried_dates.claim_key = stated.claim_key
    where stated.claim_key is null
),

claim_dates as (
    select
        chosen.claim_key,
        chosen.sentence_id,
        chosen.token_index as first_token,
        chosen.token_index + chosen.token_count - 1 as last_token,
        chosen.is_date_of_speech,
        chosen.is_date_of_plan,
        case
            when chosen.is_period or chosen.date_precision = 'range' then null else chosen.date_earliest
        end as event_date,
        case when chosen.date_earliest is not null then chosen.date_precision end as date_precision,
        chosen.date_earliest,
        chosen.date_latest,
        case when chosen.date_earliest is not null then chosen.date_method end as date_method,
        chosen.token_distance,
        case
            when chosen.is_period
                then {{ token_text('chosen.token_index', 'chosen.token_index + chosen.token_count - 1') }}
        end as period_text,
        {{ token_start('chosen.token_index') }} as start_offset,
        {{ token_end('chosen.token_index + chosen.token_count - 1') }} as end_offset
    from chosen
    inner join sentences on chosen.sentence_id = sentences.sentence_id
)

select * from claim_dates
