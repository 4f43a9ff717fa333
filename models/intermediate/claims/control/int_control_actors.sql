-- Grain: one statement of control, with the words for its actor and whom they name.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

antecedents as (
    select * from {{ ref('int_control_pronouns') }}

    union all

    select * from {{ ref('int_control_groups') }}
),

words as (
    select * from {{ ref('int_words') }}
),

spans as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.relation,
        matches.rule_id,
        hyphens.sentence_id is not null as is_joined_by_hyphen,
        coalesce(antecedents.antecedent_sentence_id, matches.sentence_id) as actor_sentence_id,
        coalesce(antecedents.antecedent_index, matches.actor_index) as first_token,
        coalesce(
            antecedents.antecedent_index + antecedents.antecedent_count, matches.actor_index + matches.actor_count
        ) - 1 as last_token
    from matches
    left join antecedents
        on matches.sentence_id = antecedents.sentence_id and matches.token_index = antecedents.token_index
    left join words as hyphens
        on
            matches.sentence_id = hyphens.sentence_id
            and matches.token_index - 1 = hyphens.token_index
            and hyphens.word_class = 'hyphen'
    where antecedents.sentence_id is null or antecedents.antecedent_sentence_id is not null
),

-- The mark of the genitive is not part of the name, nor is the article of "a rebel-held town".
actor_words as (
    select
        spans.*,
        words.token_index as word_index,
        words.token_count as word_count,
        -- "Syrias" of damaged text is "Syria's".
        case
            when words.word_class = 'nationality' and words.token like '%s' and words.token not like '%ss'
                then 'genitive'
            else words.word_class
        end as word_class,
        words.meaning,
        words.entity_id,
        lead(words.word_class) over (
            partition by spans.sentence_id, spans.token_index
            order by words.token_index
        ) as next_class
    from spans
    inner join words
        on
            spans.actor_sentence_id = words.sentence_id
            and words.token_index between spans.first_token and spans.last_token
),

-- The number in "two rebel-held towns" counts the towns. Civilians do not lose or leave ground, they flee; diplomats
-- are expelled. A Sunni stronghold is where Sunnis live.
bounds as (
    select
        sentence_id,
        token_index,
        actor_sentence_id,
        min(word_index) filter (
            where
            word_class not in ('indefinite', 'apostrophe', 'genitive', 'besieges')
            and not (
                is_joined_by_hyphen
                and coalesce(next_class, '') != 'hyphen'
                and word_class in (
                    'definite', 'direction', 'some', 'few', 'digits', 'number_word', 'multiplier', 'vague_number',
                    'qualifier', 'last', 'ordinal', 'of', 'word', 'adverb', 'plan', 'captured'
                )
            )
        ) as first_token,
        max(word_index + word_count - 1) filter (where word_class not in ('apostrophe', 'genitive')) as last_token
    from actor_words
    group by sentence_id, token_index, actor_sentence_id
    having
        (
            any_value(relation) not in ('lost', 'withdrew', 'besieges')
            or not coalesce(bool_or(
                word_class = 'roles' or (word_class in ('people_noun', 'person_noun') and meaning = 'civilian')
            ), false)
        )
        and not (
            any_value(rule_id) like 'control_stronghold%'
            and coalesce(bool_and(coalesce(meaning, '') = 'community'), false)
        )
),

-- Whom the phrase names: its last word if that is a name, else an organization in it (IS militants).
named as (
    select
        actor_words.sentence_id,
        actor_words.token_index,
        actor_words.entity_id
    from actor_words
    inner join bounds on actor_words.sentence_id = bounds.sentence_id and actor_words.token_index = bounds.token_index
    where
        actor_words.entity_id is not null
        and (
            actor_words.word_index + actor_words.word_count - 1 = bounds.last_token
            or (actor_words.word_class = 'organization' and coalesce(actor_words.next_class, '') != 'hyphen')
        )
    qualify row_number() over (
        partition by actor_words.sentence_id, actor_words.token_index
        order by actor_words.word_index desc
    ) = 1
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- A medium captures a place with its camera; a ministry tells that its army did.
tellers as (
    select entity_id from {{ ref('stg_entities') }}
    where organization_type in ('news_agency', 'broadcaster', 'newspaper', 'ministry')
),

actors as (
    select
        bounds.sentence_id,
        bounds.token_index,
        named.entity_id as actor_id,
        {{ token_text('bounds.first_token', 'bounds.last_token') }} as actor
    from bounds
    inner join sentences on bounds.actor_sentence_id = sentences.sentence_id
    left join named on bounds.sentence_id = named.sentence_id and bounds.token_index = named.token_index
    left join tellers on named.entity_id = tellers.entity_id
    where tellers.entity_id is null
)

select * from actors
