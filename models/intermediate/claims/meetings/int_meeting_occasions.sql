-- Grain: one mention of a meeting, with the occasion it belongs to: the first mention in the article that it agrees with.

with

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

shared as (
    select
        one.mention_key,
        other.mention_key as earlier_key,
        count(*) as shared_count
    from attendance as one
    inner join attendance as other
        on one.article_id = other.article_id and one.participant_key = other.participant_key
    group by one.mention_key, other.mention_key
),

-- Two mentions agree where all participants of one are among those of the other and status and mode may be the same.
agreeing as (
    select
        later.mention_key,
        earlier.mention_key as earlier_key,
        earlier.sentence_index,
        earlier.token_index
    from mentions as later
    inner join shared on later.mention_key = shared.mention_key
    inner join mentions as earlier on shared.earlier_key = earlier.mention_key
    where
        shared.shared_count = least(later.participant_count, earlier.participant_count)
        and later.status = earlier.status
        and coalesce(later.mode, earlier.mode, '') = coalesce(earlier.mode, later.mode, '')
        and (earlier.sentence_index, earlier.token_index) <= (later.sentence_index, later.token_index)
),

first_agreeing as (
    select * from agreeing
    qualify row_number() over (
        partition by mention_key
        order by sentence_index, token_index, earlier_key
    ) = 1
),

occasions as (
    select
        first_agreeing.mention_key,
        leaders.earlier_key as occasion_key
    from first_agreeing
    inner join first_agreeing as leaders on first_agreeing.earlier_key = leaders.mention_key
)

select * from occasions
