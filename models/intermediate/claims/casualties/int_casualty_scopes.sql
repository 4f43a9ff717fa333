-- Grain: one casualty figure, with the stretch of time it covers: one event, a period, or the war so far.

{%- set place = compile_pattern('<named_place>', grammar()) %}
{%- set apart = compile_pattern('<said|that|but|relative|colon|stop|toll|number_of>', grammar()) %}
{%- set between = 'substring(sentence_units.unit_classes, least(own_scopes.token_index, others.token_index) + 1, '
    ~ 'abs(own_scopes.token_index - others.token_index))' %}
{%- set most_tokens_of_addition = 20 %}
{%- set most_tokens_between = 9 %}

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

-- "84 were killed and 659 wounded in four days": the dead and the wounded of one clause add up over the same, which is
-- said beside either; where it is beside neither, the wounded of an event are no running total, however many.
paired as (
    select
        own_scopes.claim_key,
        min(others.scope) as scope
    from own_scopes
    inner join own_scopes as others
        on
            own_scopes.sentence_id = others.sentence_id
            and own_scopes.outcome != others.outcome
            and abs(own_scopes.token_index - others.token_index) between 1 and {{ most_tokens_between }}
    inner join {{ ref('int_sentence_units') }} as sentence_units on own_scopes.sentence_id = sentence_units.sentence_id
    where
        own_scopes.outcome in ('killed', 'injured')
        and others.outcome in ('killed', 'injured')
        and not own_scopes.is_stated
        and (others.is_stated or own_scopes.outcome = 'injured' and others.scope = 'event')
        and not {{ matches(between, apart) }}
    group by own_scopes.claim_key
    having min(others.scope) = max(others.scope)
),

-- "Has lost 52 soldiers and two civilians": many together add up over what the largest figure of their verb does.
joined as (
    select
        own_scopes.claim_key,
        case
            when paired.scope is not null then paired.scope
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
    left join paired on own_scopes.claim_key = paired.claim_key
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
