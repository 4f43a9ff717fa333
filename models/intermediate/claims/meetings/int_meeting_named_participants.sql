-- Grain: one participant of one mention of a meeting whom its own sentence names, under a key that is the same in every
-- mention of the article.

with

readings as (
    select * from {{ ref('int_meeting_readings') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
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
named_participants as (
    select * from participants
    qualify row_number() over (
        partition by claim_key, participant_key
        order by length(mention_text) desc, token_index
    ) = 1
)

select * from named_participants
