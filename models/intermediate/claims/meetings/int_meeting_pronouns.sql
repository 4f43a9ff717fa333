-- Grain: one pronoun or pair ("the two leaders") where a meeting rule expects a party, with whom it can stand for.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

units as (
    select * from {{ ref('int_party_units') }}
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

words as (
    select * from {{ ref('int_words') }}
),

-- "He" is one person, "they" and "the two leaders" are two; "the two sides" are persons only if they are said to meet.
pronouns as (
    select
        parties.*,
        case when lower(words.token) in ('he', 'she', 'him', 'her', 'his') then 1 else 2 end as person_count,
        coalesce(words.meaning = 'sides', false) or parties.unit_class = 'officials_party' as is_sides,
        units.follows_speech,
        offices.office_family
    from parties
    inner join units on parties.party_unit_id = units.party_unit_id
    inner join offices on parties.party_unit_id = offices.party_unit_id
    inner join words on parties.sentence_id = words.sentence_id and parties.token_index = words.token_index
    where
        -- "The two men", not "the two hostages".
        parties.unit_class = 'pair_party' and coalesce(offices.people_group, 'unknown') in ('unknown', 'woman')
        -- "The ministers met again": those who are said to have met before.
        or parties.unit_class = 'officials_party'
        and parties.slot = 'first'
        and offices.first_class = 'definite'
        and parties.token_count = 2
        or parties.unit_class in ('pronoun', 'object_pronoun', 'possessive')
        and lower(words.token) in ('he', 'she', 'him', 'her', 'his', 'they', 'them', 'their')
)

select * from pronouns
