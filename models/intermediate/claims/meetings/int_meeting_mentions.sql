-- Grain: one mention of a meeting that took place, is planned or was cancelled, between two participants or more.

with

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

wishes as (
    select * from {{ ref('int_meeting_wishes') }}
),

aspects as (
    select * from {{ ref('int_meeting_aspects') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

participants as (
    select * from {{ ref('int_meeting_participants') }}
),

dates as (
    select * from {{ ref('int_date_values') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

-- A meeting "next week", or a day more than a week ahead, is planned, whatever else is said of it; one of "last week"
-- is over, though something "would be discussed" there.
timed as (
    select
        matches.claim_key,
        bool_or(
            dates.kind = 'next_period'
            or dates.date_precision = 'day'
            and dates.date_earliest > {{ add_days('document_dates.published_date_latest', 7) }}
        ) as is_coming,
        bool_or(
            dates.kind = 'last_period' and dates.token_index between matches.last_token and matches.last_token + 2
        ) as is_over
    from matches
    inner join dates on matches.sentence_id = dates.sentence_id
    inner join document_dates on matches.article_id = document_dates.article_id
    where dates.token_index between matches.first_token - 6 and matches.last_token + 8
    group by matches.claim_key
),

-- Where a rule names both sides and one of them is nobody in particular ("met with schoolchildren"), nobody met.
sided as (
    select
        claim_key,
        count(distinct slot) as slot_count
    from participants
    group by claim_key
),

party_counts as (
    select
        mention_key,
        claim_key,
        count(*) as participant_count,
        bool_or(is_alliance) as has_alliance,
        count(*) filter (where participant_key like 'person:%') as person_count,
        count(*) filter (where participant_key like 'office:%') as office_count,
        count(*) filter (where entity_id is not null or role_text is not null) as identified_count,
        count(*) filter (where participant_key like 'group:%' or participant_key like 'state:%') as group_count
    from attendance
    group by mention_key, claim_key
),

mentions as (
    select
        party_counts.mention_key,
        matches.claim_key,
        matches.article_id,
        matches.sentence_id,
        sentences.sentence_index,
        sentences.evidence_field,
        sentences.paragraph_role = 'title' as is_headline,
        sentences.paragraph_role in ('title', 'caption') as is_aside,
        matches.token_index,
        matches.first_token,
        matches.last_token,
        matches.word_class,
        matches.rule_id,
        case
            when aspects.status = 'planned' and timed.is_over then 'held'
            else coalesce(aspects.status, case when timed.is_coming then 'planned' else 'held' end)
        end as status,
        coalesce(aspects.mode, matches.mode) as mode,
        party_counts.participant_count,
        party_counts.person_count,
        aspects.topic_index,
        aspects.topic_count,
        aspects.place_index,
        aspects.place_count,
        aspects.place_kind
    from matches
    inner join sentences on matches.sentence_id = sentences.sentence_id
    inner join party_counts on matches.claim_key = party_counts.claim_key
    left join aspects on matches.sentence_id = aspects.sentence_id and matches.token_index = aspects.token_index
    inner join sided on matches.claim_key = sided.claim_key
    left join timed on matches.claim_key = timed.claim_key
    left join wishes on matches.sentence_id = wishes.sentence_id and matches.token_index = wishes.token_index
    where
        -- The leaders of an alliance are several parties.
        (party_counts.participant_count > 1 or party_counts.has_alliance)
        -- Two persons by name are known, whoever they are.
        and (party_counts.identified_count > 0 or party_counts.person_count > 1)
        and (coalesce(matches.second_count, 0) = 0 or sided.slot_count > 1)
        and coalesce(aspects.status, 'held') != 'none'
        and not coalesce(aspects.is_habitual, false)
        and (wishes.sentence_id is null or coalesce(aspects.status, 'held') = 'cancelled')
        -- Talks with a government or a movement may be a process of years: an occasion has a day or a place, or
        -- persons or officials of whom "talks" are told and not just "negotiations", which say nothing of the way.
        and (
            matches.word_class != 'talks'
            or (party_counts.person_count + party_counts.office_count > 1 and matches.mode is not null)
            or coalesce(aspects.is_dated, false)
            or aspects.status = 'planned'
        )
        -- "Officials of both have discussed the plan" tells of contacts: without a person an occasion has a day or a
        -- place.
        and (
            matches.word_class not in ('discussed', 'spoke')
            or party_counts.person_count > 0
            or coalesce(aspects.is_dated, false)
            or aspects.place_index is not null
        )
)

select * from mentions
