-- Grain: one unit that stands for a party where a meeting rule expects one, with the person or state it stands for;
-- "the two leaders" and officials of several states are several rows.

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

speakers as (
    select * from {{ ref('int_meeting_speakers') }}
),

holders as (
    select * from {{ ref('int_meeting_offices') }}
),

states as (
    select * from {{ ref('int_meeting_states') }}
),

organizations as (
    select
        entity_id,
        organization_type = 'international' as is_alliance,
        organization_type in ('newspaper', 'news_agency', 'broadcaster') as is_medium
    from {{ ref('stg_entities') }}
    where entity_type = 'organization'
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
        offices.is_specific,
        offices.is_of_insurgents,
        offices.is_of_several,
        offices.entity_id as group_id,
        coalesce(
            mentions.person_key,
            antecedents.person_key,
            speakers.person_key,
            holders.person_key,
            states.person_key
        ) as person_key,
        states.state_key as state_code,
        states.state as country,
        states.entity_id as state_id,
        states.singular_office,
        coalesce(names.is_full, false) as is_full_name,
        parties.unit_class = 'officials_party' and coalesce(organizations.is_alliance, false)
        -- "Both sides" alone do not say who met.
        or parties.unit_class not in ('person_party', 'official_party', 'pair_party')
        and coalesce(offices.is_of_several, false) as is_alliance,
        coalesce(organizations.is_medium, false) as is_medium
    from parties
    inner join offices on parties.party_unit_id = offices.party_unit_id
    left join names on parties.party_unit_id = names.party_unit_id
    left join mentions on parties.party_unit_id = mentions.party_unit_id
    left join antecedents
        on parties.claim_key = antecedents.claim_key and parties.party_unit_id = antecedents.party_unit_id
    left join speakers on parties.claim_key = speakers.claim_key and parties.party_unit_id = speakers.party_unit_id
    left join holders on parties.claim_key = holders.claim_key and parties.party_unit_id = holders.party_unit_id
    left join states on parties.claim_key = states.claim_key and parties.party_unit_id = states.party_unit_id
    left join organizations on offices.entity_id = organizations.entity_id
),

identified as (
    select * from readings
    where
        person_key is not null
        or state_code is not null
        -- "His aides", "a diplomat" and "world leaders" are nobody in particular; "his Turkish counterpart" and "the
        -- army chief" are.
        or unit_class in ('officials_party', 'official_party', 'group_party')
        and not is_medium
        -- One's own council or generals are met; "his administration" is not who meets.
        and (
            country_code is not null
            or first_class != 'possessive'
            or unit_class in ('group_party', 'officials_party') and slot = 'second'
        )
        and (
            country_code is not null
            or first_class != 'indefinite'
            or unit_class != 'official_party'
            or group_id is not null and slot = 'second'
        )
        and (
            first_class != 'indefinite'
            or coalesce(office_family, '') not in ('unspecified', 'leader')
            -- "Spoke to a senior Taliban leader".
            or group_id is not null and slot = 'second'
        )
        and (is_specific or unit_class != 'officials_party')
        -- "Syrian refugees" and "U.S. troops" are nobody in particular either.
        and (
            people_group is null or people_group = 'unknown' or unit_class != 'officials_party' or is_of_insurgents
            -- "The leaders of Jordan's neighbours" are persons all the same.
            or office_family = 'leader'
        )
        -- "A small group of them", but not "a Syrian group".
        and not (
            unit_class = 'group_party'
            and country_code is null
            and lower(unit_text) in ('group', 'small group', 'large group')
        )
        and (first_class != 'role' or country_code is not null or unit_class != 'official_party')
        or unit_class = 'people_noun' and is_of_insurgents
        or unit_class = 'nationals'
        -- "Both sides", though nobody says who they are.
        or unit_class = 'pair_party' and is_of_several
        -- One capitalised word that no other mention explains need not be a person's name.
        or unit_class = 'named_party' and is_full_name
        -- "The RSF", "the M23" name a body.
        or unit_class = 'named_party' and follows_the and {{ matches('unit_text', '^\\p{Lu}[\\p{Lu}\\p{N}-]+\\z') }}
)

select * from identified
