-- Grain: one casualty figure, with the stretch of time it covers by its own words: one event, a period, or the war so
-- far.

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

signs as (
    select * from {{ ref('int_casualty_scope_signs') }}
),

anchors as (
    select distinct
        sentence_id,
        token_index,
        token_count,
        anchor_symbol,
        classes_before,
        classes_after
    from triggers
),

matches as (
    {{ match_rules('anchors', ref('scope_rules'), ['strife', 'since']) }}
),

-- In a war victims add up over the years, in an offensive over days or weeks; a crash or an incident is one event.
stated as (
    select
        matches.sentence_id,
        matches.token_index,
        -- "Since the offensive began".
        case when strife.meaning = 'campaign' then 'campaign' else coalesce(rules.scope, strife.meaning) end as scope
    from matches
    inner join {{ ref('scope_rules') }} as rules on matches.rule_id = rules.rule_id
    left join {{ ref('int_words') }} as strife
        on
            matches.sentence_id = strife.sentence_id
            and matches.strife_index = strife.token_index
            and strife.word_class = 'strife'
    left join {{ ref('int_compared_sinces') }} as compared_sinces
        on matches.sentence_id = compared_sinces.sentence_id and matches.since_index = compared_sinces.token_index
    where
        (rules.scope is not null or strife.meaning is not null)
        and compared_sinces.sentence_id is null
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by
            case when strife.meaning = 'war' then 1 when rules.scope != 'running' then 2 else 3 end asc,
            matches.priority asc
    ) = 1
),

described as (
    select
        signs.*,
        triggers.sentence_id,
        triggers.token_index,
        stated.scope as stated_scope,
        -- No single event of these wars has so many victims: such a number is a running total.
        signs.size >= case
            when signs.outcome = 'displaced' then {{ var('displaced_so_far') }} else {{ var('victims_so_far') }}
        end as is_large
    from triggers
    inner join signs on triggers.claim_key = signs.claim_key
    left join stated on triggers.sentence_id = stated.sentence_id and triggers.token_index = stated.token_index
),

own_scopes as (
    select
        claim_key,
        sentence_id,
        token_index,
        outcome,
        size,
        case
            -- Nobody dies twice.
            when is_one_person then 'event'
            when is_span_of_war then 'cumulative'
            when stated_scope = 'war' and is_part_of_war then 'period'
            when stated_scope = 'war' then 'cumulative'
            -- "Has lost 40 men in a week".
            when
                stated_scope = 'cumulative'
                and (stretch is null or {{ matches('stretch', text_pattern('since')) }})
                then 'cumulative'
            when outcome = 'displaced' and is_toll then 'cumulative'
            when {{ matches('stretch', text_pattern('since_war_began')) }}
                then 'cumulative'
            when
                is_large
                and (outcome in ('killed', 'displaced') or outcome = 'injured' and is_exact)
                and {{ matches('stretch', text_pattern('since')) }}
                and not {{ matches('stretch', text_pattern('since_lately')) }}
                then 'cumulative'
            when stretch is not null or stated_scope = 'period' then 'period'
            when
                is_toll
                and (
                    own_precision in ('week', 'month', 'year')
                    or (stated_scope in ('clashes', 'campaign') and size >= {{ var('victims_of_one_clash') }})
                )
                then 'period'
            -- "The death toll in the enclave stands at 300", where no attack is told of.
            when stated_scope = 'running' and own_precision is null and not has_one_attack and not follows_one_attack
                then case when size >= {{ var('victims_of_one_clash') }} then 'cumulative' else 'event' end
            when own_precision = 'day' then 'event'
            when stated_scope = 'campaign' then 'period'
            when
                is_up_to_now
                and not has_one_attack
                and outcome != 'displaced'
                and (size >= {{ var('victims_up_to_now') }} or is_hundreds and outcome = 'killed')
                then 'cumulative'
            when stated_scope = 'clashes' and size >= {{ var('victims_of_one_clash') }}
                then case when is_large and own_precision is null then 'cumulative' else 'period' end
            -- "Responsible for the deaths of hundreds": over the years, unless an attack or a date is named. Who "vows
            -- revenge for the execution of 21" has one in mind.
            when
                is_blamed
                and (not is_exact or size >= {{ var('victims_without_event') }})
                and not has_one_attack
                and own_precision is null
                and size >= {{ var('victims_of_one_clash') }}
                then 'cumulative'
            when has_several_attacks and own_precision is not null then 'period'
            when is_up_to_now and not has_one_attack and own_precision = 'week' then 'period'
            when is_large and not has_one_attack and own_precision is not null then 'period'
            when own_precision in ('month', 'year') and not has_one_attack and size >= {{ var('victims_without_event')
                }}
                then 'period'
            when own_precision is not null then 'event'
            -- "The attacks that killed 3,000" are one event, "air strikes have killed 3,000" are not.
            when is_large and not is_of_attack then 'cumulative'
            when
                not has_one_attack
                and not follows_one_attack
                and not is_of_attack
                and not is_toll
                and outcome = 'killed'
                and size >= {{ var('victims_without_event') }}
                then 'cumulative'
            -- People flee for days.
            when outcome = 'displaced' then 'period'
            else 'event'
        end as scope,
        coalesce(stretch, own_precision, stated_scope) is not null or is_one_person or is_toll as is_stated,
        -- "Another 300 were wounded": nothing here says over what.
        outcome in ('killed', 'injured')
        and not is_one_person
        and not is_of_attack
        and not has_one_attack
        and not has_several_attacks
        and coalesce(stretch, own_precision, stated_scope) is null as is_open
    from described
)

select * from own_scopes
