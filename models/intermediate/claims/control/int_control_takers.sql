-- Grain: one statement that a territory was taken or is besieged, which does not say by whom, with the actor of another
-- such statement of its article.

with

matches as (
    select * from {{ ref('int_control_matches') }}
    where relation in ('captured', 'besieges')
),

actors as (
    select * from {{ ref('int_control_actors') }}
),

sentences as (
    select
        sentence_id,
        evidence_field,
        sentence_index
    from {{ ref('stg_sentences') }}
),

statements as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.article_id,
        matches.relation,
        matches.takes_back,
        matches.stance,
        matches.actor_index is null as is_unsaid,
        sentences.evidence_field,
        sentences.sentence_index,
        actors.actor,
        actors.actor_id
    from matches
    inner join sentences on matches.sentence_id = sentences.sentence_id
    left join actors on matches.sentence_id = actors.sentence_id and matches.token_index = actors.token_index
),

-- "The town fell" and "was retaken" do not say by whom: by who took or besieged, or else retook, the territory told of
-- nearest to it, but not in the same sentence ("the army took a hill after the town fell" to its enemy).
takers as (
    select
        unsaid.sentence_id,
        unsaid.token_index,
        statements.actor,
        statements.actor_id
    from statements as unsaid
    inner join statements
        on
            unsaid.article_id = statements.article_id
            and unsaid.evidence_field = statements.evidence_field
            and unsaid.takes_back = statements.takes_back
            and (unsaid.relation = statements.relation or statements.relation = 'besieges')
            and unsaid.sentence_id != statements.sentence_id
    where unsaid.is_unsaid and statements.actor is not null and statements.stance = 'asserted'
    qualify row_number() over (
        partition by unsaid.sentence_id, unsaid.token_index
        order by
            abs(unsaid.sentence_index - statements.sentence_index),
            statements.sentence_index,
            abs(unsaid.token_index - statements.token_index),
            statements.token_index
    ) = 1
)

select * from takers
