-- Grain: one claim, with the most specific place that its article gives for it, if any.

with

stated as (
    select * from {{ ref('int_stated_places') }}
),

carried as (
    select * from {{ ref('int_carried_places') }}
),

described as (
    select * from {{ ref('int_described_places') }}
),

-- What is not said in the sentence, or only by naming a country, is carried over: from a sentence beside it, else from
-- the place that the story keeps to, or the country of the war. "In 15 provinces" is worth more than what is carried
-- over, "at a checkpoint" less.
every_place as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        'stated' as place_method,
        case when breadth > 2 then 7 else 1 end as preference
    from stated

    union all

    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        'described' as place_method,
        case when is_several then 2 else 5 end as preference
    from described

    union all

    select
        *,
        case place_method
            when 'told_event' then 3
            when 'beside_sentence' then 4
            when 'focus_of_article' then 6
            when 'country_beside' then 8
            else 9
        end as preference
    from carried
),

claim_places as (
    select
        claim_key,
        sentence_id,
        place_id,
        place_text,
        start_offset,
        end_offset,
        place_method
    from every_place
    qualify row_number() over (
        partition by claim_key
        order by preference
    ) = 1
)

select * from claim_places
