-- Grain: one participant of one mention of a meeting, under a key that is the same in every mention of the article;
-- "a further session was scrapped" is of those who are said to have met last before it.

{%- set most_sentences_to_told = 2 %}

with

readings as (
    select * from {{ ref('int_meeting_readings') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

kinds as (
    select
        *,
        case
            when person_key is not null then 'person'
            when singular_office is not null then 'state_office'
            when state_code is not null then 'state'
            when unit_class = 'official_party' then 'office'
            when unit_class in ('named_party', 'group_party') then 'named_group'
            else 'group'
        end as kind
    from readings
),

participants as (
    select
        kinds.claim_key,
        kinds.slot,
        kinds.article_id,
        kinds.sentence_id,
        kinds.token_index,
        kinds.is_alliance,
        kinds.unit_text as mention_text,
        kinds.start_offset,
        kinds.end_offset,
        case kinds.kind
            when 'person' then 'person:' || kinds.person_key
            when 'state_office' then 'office:' || kinds.state_code || kinds.singular_office
            when 'state' then 'state:' || kinds.state_code
            when 'office' then 'office:' || coalesce(kinds.country_code, '') || coalesce(kinds.office, '')
            when 'named_group' then 'group:' || coalesce(kinds.group_id, lower(kinds.unit_text))
            else 'group:' || lower(kinds.unit_text)
        end as participant_key,
        case kinds.kind
            when 'person' then persons.entity_id
            when 'state' then kinds.state_id
            when 'named_group' then kinds.group_id
        end as entity_id,
        case kinds.kind
            when 'person' then persons.name
            when 'state' then kinds.country
            when 'named_group'
                then case when kinds.group_id is not null or kinds.unit_class = 'named_party' then kinds.unit_text end
        end as participant_name,
        case kinds.kind
            when 'person' then persons.role_text
            when 'state_office' then kinds.singular_office || ' of ' || kinds.country
            when 'office' then kinds.unit_text
            when 'group' then kinds.unit_text
            -- "The junta" is a description, and nobody's name.
            when 'named_group'
                then case when kinds.group_id is null and kinds.unit_class = 'group_party' then kinds.unit_text end
        end as role_text
    from kinds
    left join persons on kinds.article_id = persons.article_id and kinds.person_key = persons.person_key
),

-- "President Vladimir Putin" and "he" in one sentence are one participant; the longest mention shows it.
distinct_participants as (
    select * from participants
    qualify row_number() over (
        partition by claim_key, participant_key
        order by length(mention_text) desc, token_index
    ) = 1
),

-- A claim is told of before where two are known to have met, or the officials of several.
told as (
    select
        distinct_participants.claim_key,
        distinct_participants.article_id,
        sentences.sentence_index,
        min(distinct_participants.token_index) as token_index
    from distinct_participants
    inner join sentences on distinct_participants.sentence_id = sentences.sentence_id
    group by distinct_participants.claim_key, distinct_participants.article_id, sentences.sentence_index
    having count(*) > 1 or bool_or(distinct_participants.is_alliance)
),

referring as (
    select
        matches.claim_key,
        told.claim_key as told_key
    from matches
    inner join sentences on matches.sentence_id = sentences.sentence_id
    inner join told
        on
            matches.article_id = told.article_id
            and (
                told.sentence_index between sentences.sentence_index - {{ most_sentences_to_told }}
                and sentences.sentence_index - 1
                or sentences.sentence_index = told.sentence_index and matches.token_index > told.token_index
            )
    where matches.first_index is null and matches.second_index is null
    qualify row_number() over (
        partition by matches.claim_key
        order by told.sentence_index desc, told.token_index desc, told.claim_key asc
    ) = 1
),

participants_told_before as (
    select
        referring.claim_key,
        distinct_participants.slot,
        distinct_participants.article_id,
        distinct_participants.sentence_id,
        distinct_participants.token_index,
        distinct_participants.is_alliance,
        distinct_participants.mention_text,
        distinct_participants.start_offset,
        distinct_participants.end_offset,
        distinct_participants.participant_key,
        distinct_participants.entity_id,
        distinct_participants.participant_name,
        distinct_participants.role_text
    from referring
    inner join distinct_participants on referring.told_key = distinct_participants.claim_key
),

all_participants as (
    select * from distinct_participants
    union all
    select * from participants_told_before
)

select * from all_participants
