-- Grain: one casualty figure, with the stretch of time it covers: one event, a period, or the war so far.

with

own_scopes as (
    select * from {{ ref('int_casualty_own_scopes') }}
),

parts as (
    select * from {{ ref('int_casualty_parts') }}
),

largest as (
    select * from own_scopes
    qualify row_number() over (
        partition by sentence_id, token_index
        order by size desc, claim_key asc
    ) = 1
),

-- "Has lost 52 soldiers and two civilians": many together add up over what the largest figure of their verb does.
joined as (
    select
        own_scopes.claim_key,
        case
            when largest.size >= {{ var('victims_of_one_clash') }} then largest.scope
            else own_scopes.scope
        end as scope
    from own_scopes
    inner join largest
        on own_scopes.sentence_id = largest.sentence_id and own_scopes.token_index = largest.token_index
),

-- A part adds up over what its whole does.
scopes as (
    select
        joined.claim_key,
        coalesce(wholes.scope, joined.scope) as scope
    from joined
    left join parts on joined.claim_key = parts.claim_key
    left join joined as wholes on parts.whole_claim_key = wholes.claim_key
)

select * from scopes
