-- Grain: one participant of one mention of a meeting, under a key that is the same in every mention of the article.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

names as (
    select * from {{ ref('int_party_names') }}
),

mentions as (
    select * from {{ ref('int_meeting_persons') }}
),

antecedents as (
    select * from {{ ref('int_meeting_antecedents') }}
),

holders as (
    select * from {{ ref('int_meeting_offices') }}
),

states as (
    select * from {{ ref('int_meeting_states') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

alliances as (
    select entity_id from {{ ref('stg_entities') }}
    where organization_type = 'international'
),

readings as (
    select
        parties.*,
        offices.unit_text,
        offices.start_offset,
        offices.end_offset,
        offices.country_code,
        offices.office,
        offices.office_family,
        offices.first_class,
        offices.people_group,
        names.is_full as is_full_name,
        offices.entity_id as group_id,
        coalesce(mentions.person_key, antecedents.person_key, holders.person_key, states.person_key) as person_key,
        states.country_code as state_code,
        states.country,
        states.entity_id as state_id,
        states.singular_office,
        parties.unit_class = 'officials_party' and alliances.entity_id is not null as is_alliance
    from parties
    inner join offices on parties.party_unit_id = offices.party_unit_id
    left join names on parties.party_unit_id = names.party_unit_id
    left join mentions on parties.party_unit_id = mentions.party_unit_id
    left join antecedents
        on parties.claim_key = antecedents.claim_key and parties.party_unit_id = antecedents.party_unit_id
    left join holders on parties.claim_key = holders.claim_key and parties.party_unit_id = holders.party_unit_id
    left join states on parties.claim_key = states.claim_key and parties.party_unit_id = states.party_unit_id
    left join alliances on offices.entity_id = alliances.entity_id
),

participants as (
    select
        readings.claim_key,
        readings.slot,
        readings.article_id,
        readings.sentence_id,
        readings.token_index,
        readings.unit_class,
        readings.is_alliance,
        readings.unit_text as mention_text,
        readings.start_offset,
        readings.end_offset,
        case
            when readings.person_key is not null then 'person:' || readings.person_key
            when readings.singular_office is not null then 'office:' || readings.state_code || readings.singular_office
            when readings.state_code is not null then 'state:' || readings.state_code
            when readings.unit_class = 'official_party'
                then 'office:' || coalesce(readings.country_code, '') || coalesce(readings.office, '')
            when readings.unit_class = 'group_party' then 'group:' || coalesce(readings.group_id, lower(readings.unit_text))
            else 'group:' || lower(readings.unit_text)
        end as participant_key,
        case
            when readings.person_key is not null then persons.entity_id
            when readings.state_code is not null and readings.singular_office is null then readings.state_id
            when readings.unit_class = 'group_party' then readings.group_id
        end as entity_id,
        case
            when readings.person_key is not null then persons.name
            when readings.singular_office is null and readings.state_code is not null then readings.country
            when readings.unit_class in ('named_party', 'group_party') then readings.unit_text
        end as participant_name,
        case
            when readings.person_key is not null then persons.role_text
            when readings.singular_office is not null then readings.singular_office || ' of ' || readings.country
            when readings.state_code is not null or readings.unit_class in ('named_party', 'group_party') then null
            else readings.unit_text
        end as role_text
    from readings
    left join persons on readings.article_id = persons.article_id and readings.person_key = persons.person_key
    where
        readings.person_key is not null
        or readings.state_code is not null
        or readings.unit_class in ('officials_party', 'official_party', 'group_party')
        and (readings.country_code is not null or readings.first_class != 'possessive')
        and (readings.unit_class != 'official_party' or readings.country_code is not null or readings.first_class != 'indefinite')
        and (readings.first_class != 'indefinite' or coalesce(readings.office_family, '') not in ('unspecified', 'leader'))
        or readings.unit_class = 'people_noun' and readings.people_group = 'combatant'
        or readings.unit_class = 'nationals'
        -- One capitalised word that no other mention explains need not be a person's name.
        or readings.unit_class = 'named_party' and coalesce(readings.is_full_name, false)
),

-- "President Vladimir Putin" and "he" in one sentence are one participant; the longest mention shows it.
distinct_participants as (
    select * from participants
    qualify row_number() over (
        partition by claim_key, participant_key
        order by length(mention_text) desc, token_index
    ) = 1
)

select * from distinct_participants
