-- Grain: one figure that a rule found, with what happened to the people it counts.

with

matches as (
    select * from {{ ref('int_casualty_matches') }}
),

words as (
    select * from {{ ref('int_words') }}
),

-- The outcome is what the trigger means; a number of deaths is its own trigger.
stated_outcomes as (
    select
        matches.claim_key,
        matches.sentence_id,
        matches.token_index,
        max(case words.word_class
            when 'lost' then 'killed'
            when 'controls' then 'captured'
            -- "Being held" is what a meeting does, and a hostage.
            when 'takes_place' then 'captured'
            else words.meaning
        end) as outcome
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and words.token_index >= coalesce(matches.trigger_index, matches.token_index)
            and words.token_index
            < coalesce(matches.trigger_index + matches.trigger_count, matches.token_index + matches.token_count)
            and words.word_class in (
                'harmed', 'harming', 'harm', 'died', 'dead', 'deaths', 'lives', 'toll', 'captured', 'controls',
                'takes_place', 'lost', 'counted_harm'
            )
    group by matches.claim_key, matches.sentence_id, matches.token_index
),

-- "Including five children": a part has the outcome of what it is part of.
inherited_outcomes as (
    select
        matches.claim_key,
        stated_outcomes.outcome
    from matches
    inner join stated_outcomes
        on
            matches.sentence_id = stated_outcomes.sentence_id
            and matches.token_index > stated_outcomes.token_index
    where matches.figure_role = 'part'
    qualify row_number() over (
        partition by matches.claim_key
        order by stated_outcomes.token_index desc
    ) = 1
),

outcomes as (
    select
        claim_key,
        outcome
    from stated_outcomes

    union all

    select
        inherited_outcomes.claim_key,
        inherited_outcomes.outcome
    from inherited_outcomes
    left join stated_outcomes on inherited_outcomes.claim_key = stated_outcomes.claim_key
    where stated_outcomes.claim_key is null
)

select * from outcomes
