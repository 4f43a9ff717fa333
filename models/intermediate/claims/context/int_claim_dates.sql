-- Grain: one claim, with the date or the stretch of time that its article gives for it, if any.

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
),

dates as (
    select * from {{ ref('int_date_values') }}
    where not is_period and date_earliest is not null and date_precision = 'day'
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

meeting_sentences as (
    select sentence_id from {{ ref('int_meeting_sentences') }}
),

tokens as (
    select
        sentence_id,
        token_index,
        start_offset,
        end_offset
    from {{ ref('int_tokens') }}
),

texts as (
    select
        sentence_id,
        start_offset,
        text
    from {{ ref('stg_sentences') }}
),

-- The day on which somebody spoke is the day of a meeting that nothing else dates, never that of an attack.
stated as (
    select
        claim_key,
        sentence_id,
        token_index,
        token_count,
        date_earliest,
        date_latest,
        date_precision,
        is_period,
        is_date_of_speech,
        kind as date_method
    from candidates
    where
        case
            when claim_type = 'meeting' then is_date_of_speech or barrier_count = 0
            else not is_date_of_speech
        end
    qualify row_number() over (
        partition by claim_key
        order by
            is_date_of_speech,
            is_period and claim_type = 'meeting',
            barrier_count,
            token_distance,
            anchor_distance,
            token_index
    ) = 1
),

-- A figure that states no date takes the last day named before it, at most three sentences back, or in the lead; a
-- meeting that of the sentence before, if that speaks of meeting too.
undated as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.article_id,
        sentences.sentence_index
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    left join stated on claims.claim_key = stated.claim_key
    where
        (claims.claim_type = 'casualty' and stated.claim_key is null)
        or (
            claims.claim_type = 'meeting'
            and claims.claim_key not in (select candidates.claim_key from candidates)
        )
),

carried as (
    select
        undated.claim_key,
        dates.sentence_id,
        dates.token_index,
        dates.token_count,
        dates.date_earliest,
        dates.date_latest,
        dates.date_precision,
        dates.is_period,
        false as is_date_of_speech,
        'carried_over' as date_method
    from undated
    inner join sentences
        on
            undated.article_id = sentences.article_id
            and (
                sentences.sentence_index between undated.sentence_index - 3 and undated.sentence_index - 1
                or sentences.sentence_index <= least(2, undated.sentence_index)
            )
    inner join dates on sentences.sentence_id = dates.sentence_id
    left join meeting_sentences on sentences.sentence_id = meeting_sentences.sentence_id
    where
        undated.claim_type = 'casualty'
        or (sentences.sentence_index = undated.sentence_index - 1 and meeting_sentences.sentence_id is not null)
    qualify row_number() over (
        partition by undated.claim_key
        order by sentences.sentence_index desc, dates.token_index desc
    ) = 1
),

chosen as (
    select * from stated
    union all
    select * from carried
),

claim_dates as (
    select
        chosen.claim_key,
        chosen.sentence_id,
        chosen.is_date_of_speech,
        chosen.token_index as first_token,
        chosen.token_index + chosen.token_count - 1 as last_token,
        case
            when chosen.is_period or chosen.date_precision = 'range' then null else chosen.date_earliest
        end as event_date,
        case when chosen.date_earliest is not null then chosen.date_precision end as date_precision,
        chosen.date_earliest,
        chosen.date_latest,
        case when chosen.date_earliest is not null then chosen.date_method end as date_method,
        case
            when chosen.is_period
                then substring(
                    texts.text,
                    firsts.start_offset - texts.start_offset + 1,
                    lasts.end_offset - firsts.start_offset
                )
        end as period_text,
        firsts.start_offset,
        lasts.end_offset
    from chosen
    inner join texts on chosen.sentence_id = texts.sentence_id
    inner join tokens as firsts
        on chosen.sentence_id = firsts.sentence_id and chosen.token_index = firsts.token_index
    inner join tokens as lasts
        on chosen.sentence_id = lasts.sentence_id and chosen.token_index + chosen.token_count - 1 = lasts.token_index
)

select * from claim_dates
