-- Grain: one casualty figure of which its sentence, the figure that it is part of or a sentence near says who did it.

{%- set same_subject = compile_pattern(
    '<comma|and>{1,2} <adverb>? (<made> (<!comma|stop|while|said|but|by>){0,8})?', grammar()
) ~ '\\z' %}

with

parts as (
    select * from {{ ref('int_casualty_parts') }}
),

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

stated as (
    select
        claim_key,
        perpetrator,
        perpetrator_id
    from {{ ref('int_stated_perpetrators') }}
    where claim_key is not null
),

-- "Killed 51 people and left 79 injured": one subject of two verbs.
same_subjects as (
    select
        later.claim_key,
        stated.perpetrator,
        stated.perpetrator_id
    from triggers as later
    inner join triggers as earlier
        on later.sentence_id = earlier.sentence_id and later.token_index > earlier.token_index
    inner join stated on earlier.claim_key = stated.claim_key
    where {{ matches(
        'substring(later.classes_before, earlier.token_index + earlier.token_count)', same_subject
    ) }}
    qualify row_number() over (
        partition by later.claim_key
        order by earlier.token_index desc
    ) = 1
),

found as (
    select
        1 as preference,
        *
    from stated

    union all

    select
        2 as preference,
        *
    from same_subjects

    union all

    select
        3 as preference,
        *
    from {{ ref('int_carried_perpetrators') }}
),

-- A part was done by whoever did the whole, wherever that is said.
offered as (
    select * from found

    union all

    select
        4 as preference,
        parts.claim_key,
        found.perpetrator,
        found.perpetrator_id
    from parts
    inner join found on parts.whole_claim_key = found.claim_key
),

casualty_perpetrators as (
    select
        claim_key,
        perpetrator,
        perpetrator_id
    from offered
    qualify row_number() over (
        partition by claim_key
        order by preference asc, perpetrator asc
    ) = 1
)

select * from casualty_perpetrators
