-- Grain: one "he", "she", "his" or "her" that stands for an office, the last subject before it in its sentence: "the
-- president said he will meet"; or, at the start, for who is named after it: "After he met Putin, Kerry said".

with

units as (
    select * from {{ ref('int_party_units') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('pronoun', 'possessive') and lower(token) in ('he', 'she', 'his', 'her')
),

pronouns as (
    select units.*
    from units
    inner join words on units.sentence_id = words.sentence_id and units.token_index = words.token_index
    where units.unit_class in ('pronoun', 'possessive')
),

nearest_subjects as (
    select
        pronouns.party_unit_id,
        units.party_unit_id as subject_unit_id,
        pronouns.token_index < units.token_index as is_after,
        units.unit_class,
        offices.first_class,
        offices.office,
        offices.office_family
    from pronouns
    inner join units
        on
            pronouns.sentence_id = units.sentence_id
            and (pronouns.token_index > units.token_index or pronouns.opens_sentence)
    inner join offices on units.party_unit_id = offices.party_unit_id
    where units.is_subject and units.unit_class in ('person_party', 'official_party')
    qualify row_number() over (
        partition by pronouns.party_unit_id
        order by abs(pronouns.token_index - units.token_index)
    ) = 1
),

-- "An aide said she" and "the spokesman said he" tell of somebody else.
subjects as (
    select
        party_unit_id,
        subject_unit_id
    from nearest_subjects
    where
        unit_class = 'official_party'
        and first_class != 'indefinite'
        and coalesce(office_family, '') != 'unspecified'
        and office not like '%spokes%'
        or unit_class = 'person_party'
        and is_after
)

select * from subjects
