-- Grain: one unit that stands for a party in a place where a meeting rule expects one.

with

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

units as (
    select * from {{ ref('int_party_units') }}
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

parties as (
    select
        slots.claim_key,
        slots.slot,
        units.party_unit_id,
        units.article_id,
        units.sentence_id,
        units.sentence_index,
        units.unit_class,
        units.token_index,
        units.token_count
    from slots
    inner join units
        on
            slots.sentence_id = units.sentence_id
            and slots.slot_index <= units.token_index
            and units.token_index < slots.slot_index + slots.slot_count
)

select * from parties
