-- Grain: one meeting that its own sentence does not date, with the day of a sentence beside it that names all who met,
-- or of "the talks on Friday", told a few sentences behind it.

{%- set most_sentences_to_reference = 3 %}
{%- set most_tokens_of_genitive = 3 %}

with

undated as (
    select * from {{ ref('int_undated_claims') }}
    where claim_type = 'meeting'
),

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type = 'meeting'
),

anchors as (
    select * from {{ ref('int_meeting_anchors') }}
),

participants as (
    select
        claim_key,
        participant_key,
        count(*) over (partition by claim_key) as person_count
    from {{ ref('int_meeting_participants') }}
    where participant_key like 'person:%'
),

persons as (
    select * from {{ ref('int_meeting_persons') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

days as (
    select
        dates.*,
        sentences.article_id,
        sentences.sentence_index,
        count(*) over (partition by dates.sentence_id) as day_count
    from {{ ref('int_stated_dates') }} as dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
    where
        dates.date_precision = 'day'
        and dates.date_earliest is not null
        and not dates.is_period
        and not dates.is_in_clause
        and not dates.is_of_event
),

-- "On Saturday Biden apologized to Erdogan. He spoke to him."
named_beside as (
    select
        undated.claim_key,
        days.sentence_id,
        days.token_index
    from undated
    inner join participants on undated.claim_key = participants.claim_key
    inner join persons
        on
            undated.article_id = persons.article_id
            and participants.participant_key = 'person:' || persons.person_key
            and abs(undated.sentence_index - persons.sentence_index) = 1
    inner join days on persons.sentence_id = days.sentence_id
    where
        participants.person_count > 1
        and days.day_count = 1
        and days.kind != 'shifted'
        and not days.is_date_of_plan
    group by undated.claim_key, participants.person_count, days.sentence_id, days.token_index
    having count(distinct persons.person_key) = participants.person_count
),

-- "Friday's call", "the meeting on Friday": of the last occasion before it that can be meant.
told as (
    select
        claims.claim_key,
        claims.article_id,
        sentences.sentence_index,
        claims.anchor_index,
        anchors.mode
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    inner join anchors on claims.sentence_id = anchors.sentence_id and claims.anchor_index = anchors.token_index
),

referred as (
    select
        told.claim_key,
        days.sentence_id,
        days.token_index
    from anchors
    inner join days
        on
            anchors.sentence_id = days.sentence_id
            and (
                anchors.token_index + anchors.token_count = days.token_index
                or anchors.token_index - days.token_index - days.token_count between 0 and {{ most_tokens_of_genitive }}
            )
    inner join told
        on
            days.article_id = told.article_id
            and days.sentence_index - told.sentence_index between 1 and {{ most_sentences_to_reference }}
            and coalesce(told.mode, anchors.mode, '') = coalesce(anchors.mode, told.mode, '')
    left join claims on anchors.sentence_id = claims.sentence_id
    where anchors.word_class in ('meeting', 'summit', 'talks', 'call', 'video') and claims.claim_key is null
    qualify row_number() over (
        partition by anchors.sentence_id, anchors.token_index
        order by told.sentence_index desc, told.anchor_index desc
    ) = 1
),

chosen as (
    select
        *,
        1 as preference
    from named_beside

    union all

    select
        *,
        2 as preference
    from referred
),

neighbouring_dates as (
    select
        undated.claim_key,
        days.sentence_id,
        days.token_index,
        days.token_count,
        days.date_earliest,
        days.date_latest,
        days.date_precision
    from chosen
    inner join undated on chosen.claim_key = undated.claim_key
    inner join days on chosen.sentence_id = days.sentence_id and chosen.token_index = days.token_index
    qualify row_number() over (
        partition by undated.claim_key
        order by chosen.preference, days.sentence_index, days.token_index
    ) = 1
)

select * from neighbouring_dates
