-- Grain: one unit that stands for a party in a place where a meeting rule expects one; of "he", the office that is
-- meant in the same sentence.

with

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

units as (
    select * from {{ ref('int_party_units') }}
),

subjects as (
    select * from {{ ref('int_party_subjects') }}
),

slots as (
    select
        claim_key,
        sentence_id,
        'first' as slot,
        first_index as slot_index,
        first_count as slot_count
    from matches
    union all
    select
        claim_key,
        sentence_id,
        'second' as slot,
        second_index as slot_index,
        second_count as slot_count
    from matches
),

placed as (
    select
        slots.claim_key,
        slots.slot,
        coalesce(subjects.subject_unit_id, units.party_unit_id) as party_unit_id
    from slots
    inner join units
        on
            slots.sentence_id = units.sentence_id
            and slots.slot_index <= units.token_index
            and units.token_index < slots.slot_index + slots.slot_count
    left join subjects on units.party_unit_id = subjects.party_unit_id
    -- "His meeting", but not "the king and his son".
    where
        (units.unit_class != 'possessive' or slots.slot_index = units.token_index)
        -- "Joyce Banda of Malawi": whom she stands for does not come as well.
        and not (units.unit_class = 'named_place' and units.follows_of and slots.slot_index < units.token_index)
),

parties as (
    select distinct
        placed.claim_key,
        placed.slot,
        units.party_unit_id,
        units.article_id,
        units.sentence_id,
        units.sentence_index,
        units.unit_class,
        units.token_index,
        units.token_count,
        units.follows_the
    from placed
    inner join units on placed.party_unit_id = units.party_unit_id
)

select * from parties
