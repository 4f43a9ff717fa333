-- Grain: one office without a name where a meeting rule expects a party, with the person of the article who holds it.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

mentions as (
    select * from {{ ref('int_meeting_persons') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

international_bodies as (
    select
        entity_id,
        name
    from {{ ref('stg_entities') }}
    where organization_type = 'international'
),

-- The persons that the same rule names elsewhere: nobody meets himself, and a counterpart holds the other's office.
named_beside as (
    select distinct
        parties.claim_key,
        parties.slot,
        persons.person_key,
        persons.office_family
    from parties
    inner join mentions on parties.party_unit_id = mentions.party_unit_id
    inner join persons on mentions.article_id = persons.article_id and mentions.person_key = persons.person_key
),

unnamed as (
    select
        parties.claim_key,
        parties.slot,
        parties.article_id,
        parties.sentence_index,
        parties.party_unit_id,
        offices.country_code,
        offices.office,
        offices.is_of_organization,
        international_bodies.name as international_body,
        coalesce({{ matches('lower(offices.unit_text)', text_pattern('former_office')) }}, false) as is_former,
        case
            when offices.office = 'counterpart' then named_beside.office_family
            else offices.office_family
        end as office_family
    from parties
    inner join offices on parties.party_unit_id = offices.party_unit_id
    left join international_bodies on offices.entity_id = international_bodies.entity_id
    left join named_beside on parties.claim_key = named_beside.claim_key and parties.slot != named_beside.slot
    where
        parties.unit_class = 'official_party'
        and (
            offices.country_code is not null
            or offices.first_class not in ('indefinite', 'possessive') and offices.office != 'counterpart'
        )
),

holders as (
    select
        unnamed.claim_key,
        unnamed.party_unit_id,
        persons.person_key
    from unnamed
    inner join persons
        on
            unnamed.article_id = persons.article_id
            and (
                unnamed.office = persons.office
                or (
                    unnamed.office_family = persons.office_family
                    and (unnamed.office_family != 'leader' or unnamed.office in ('leader', 'counterpart'))
                )
                or persons.office like '% ' || unnamed.office
            )
            and (unnamed.country_code = persons.country_code or unnamed.country_code is null)
            -- "The secretary-general of the Arab League" is no other body's.
            and coalesce(unnamed.international_body = persons.affiliation, true)
    left join named_beside
        on unnamed.claim_key = named_beside.claim_key and persons.person_key = named_beside.person_key
    where
        named_beside.claim_key is null
        -- "The president" is no former one.
        and (not persons.is_former or unnamed.is_former)
        -- "The Iraqi leader" heads the state: no leader of a movement there, nor is "the Taliban leader" the president.
        and (unnamed.office != 'leader' or not unnamed.is_of_organization and coalesce(persons.office, '') != 'leader')
    qualify row_number() over (
        partition by unnamed.claim_key, unnamed.party_unit_id
        order by
            coalesce(unnamed.office = persons.office, false) desc,
            coalesce(unnamed.office_family = persons.office_family, false) desc,
            unnamed.country_code is null and persons.is_named_without_state desc,
            persons.first_sentence_index <= unnamed.sentence_index desc,
            persons.mention_count desc,
            persons.first_sentence_index desc,
            persons.person_key asc
    ) = 1
)

select * from holders
