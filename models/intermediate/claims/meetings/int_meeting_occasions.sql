-- Grain: one mention of a meeting, with the occasion it belongs to: the first mention in the article that it agrees
-- with, headlines and captions coming last.

with

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

dates as (
    select * from {{ ref('int_meeting_dates') }}
),

shared as (
    select
        one.mention_key,
        other.mention_key as other_key,
        count(*) as shared_count
    from attendance as one
    inner join attendance as other
        on one.article_id = other.article_id and one.participant_key = other.participant_key
    group by one.mention_key, other.mention_key
),

dated as (
    select
        mentions.*,
        dates.date_earliest,
        dates.date_latest
    from mentions
    left join dates on mentions.claim_key = dates.claim_key
),

-- Two mentions agree where all participants of one are among those of the other and status and mode may be the same;
-- a headline may call the others differently ("rebels" for the rebel commanders of the text).
agreeing as (
    select
        one.mention_key,
        one.date_earliest,
        one.date_latest,
        other.mention_key as other_key,
        other.date_earliest as other_earliest,
        other.date_latest as other_latest,
        row_number() over (
            partition by one.mention_key
            order by other.is_aside, other.sentence_index, other.token_index, other.mention_key
        ) as other_rank
    from dated as one
    inner join shared on one.mention_key = shared.mention_key
    inner join dated as other on shared.other_key = other.mention_key
    where
        (
            shared.shared_count = least(one.participant_count, other.participant_count)
            or one.is_headline and shared.shared_count >= least(one.person_count, other.person_count)
        )
        and one.status = other.status
        and coalesce(one.mode, other.mode, '') = coalesce(other.mode, one.mode, '')
),

-- A mention without a date is of the day that the first mention it agrees with gives.
effective as (
    select
        mention_key,
        coalesce(any_value(date_earliest), {{ min_by('other_earliest', 'other_rank') }})
            as date_earliest,
        coalesce(any_value(date_latest), {{ min_by('other_latest', 'other_rank') }})
            as date_latest
    from agreeing
    group by mention_key
),

first_agreeing as (
    select
        agreeing.mention_key,
        agreeing.other_key
    from agreeing
    inner join effective as one on agreeing.mention_key = one.mention_key
    inner join effective as other on agreeing.other_key = other.mention_key
    where
        -- Whatever its dates leave open, a mention agrees with itself, so that none is later than the mention.
        agreeing.mention_key = agreeing.other_key
        or (
            coalesce(one.date_earliest <= other.date_latest, true)
            and coalesce(other.date_earliest <= one.date_latest, true)
        )
    qualify row_number() over (
        partition by agreeing.mention_key
        order by agreeing.other_rank
    ) = 1
),

occasions as (
    select
        first_agreeing.mention_key,
        leaders.other_key as occasion_key
    from first_agreeing
    inner join first_agreeing as leaders on first_agreeing.other_key = leaders.mention_key
)

select * from occasions
