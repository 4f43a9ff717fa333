-- Grain: one casualty figure, with the stretch of time it covers: one event, a period, or the war so far.

{%- set place = compile_pattern('<named_place>', grammar()) %}
{%- set most_tokens_of_addition = 20 %}

with

own_scopes as (
    select * from {{ ref('int_casualty_own_scopes') }}
),

parts as (
    select * from {{ ref('int_casualty_parts') }}
),

sentences as (
    select
        tokens.sentence_id,
        tokens.article_id,
        tokens.sentence_index,
        {{ list_length('tokens.tokens') }} <= {{ most_tokens_of_addition }}
        and not {{ matches('sentence_units.unit_classes', place) }} as is_short
    from {{ ref('int_sentence_tokens') }} as tokens
    inner join {{ ref('int_sentence_units') }} as sentence_units on tokens.sentence_id = sentence_units.sentence_id
    where tokens.sentence_id in (select own_scopes.sentence_id from own_scopes)
),

-- What all who died or were hurt in a sentence add up over, if that is more than one event.
told as (
    select
        sentences.article_id,
        sentences.sentence_index,
        min(own_scopes.scope) as scope
    from own_scopes
    inner join sentences on own_scopes.sentence_id = sentences.sentence_id
    where own_scopes.outcome in ('killed', 'injured')
    group by sentences.article_id, sentences.sentence_index
    having min(own_scopes.scope) = max(own_scopes.scope) and min(own_scopes.scope) != 'event'
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
            -- "The war killed 160 people. Another 300 were wounded."
            when own_scopes.is_open and largest.scope = 'event' and sentences.is_short and told.scope is not null
                then told.scope
            when largest.size >= {{ var('victims_of_one_clash') }} then largest.scope
            else own_scopes.scope
        end as scope
    from own_scopes
    inner join largest
        on own_scopes.sentence_id = largest.sentence_id and own_scopes.token_index = largest.token_index
    inner join sentences on own_scopes.sentence_id = sentences.sentence_id
    left join told
        on sentences.article_id = told.article_id and sentences.sentence_index = told.sentence_index + 1
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
