-- Grain: one statement of control whose actor is "the group" or the like, with the armed group or party named last
-- before it, in the sentence or in one of the two sentences before.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

words as (
    select * from {{ ref('int_words') }}
    where word_class = 'organization' or (word_class = 'org_noun' and meaning = 'body')
),

sentences as (
    select
        sentence_id,
        article_id,
        evidence_field,
        sentence_index
    from {{ ref('stg_sentences') }}
),

armed_groups as (
    select entity_id from {{ ref('stg_entities') }}
    where organization_type in ('armed_group', 'party')
),

-- An article or demonstrative and the noun, nothing between them.
descriptions as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.actor_index,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and matches.actor_index + 1 = words.token_index
            and matches.actor_count = words.token_count + 1
            and words.word_class = 'org_noun'
    inner join sentences on matches.sentence_id = sentences.sentence_id
),

mentions as (
    select
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        words.sentence_id,
        words.token_index,
        words.token_count
    from words
    inner join armed_groups on words.entity_id = armed_groups.entity_id
    inner join sentences on words.sentence_id = sentences.sentence_id
),

resolved as (
    select
        descriptions.sentence_id,
        descriptions.token_index,
        mentions.sentence_id as antecedent_sentence_id,
        mentions.token_index as antecedent_index,
        mentions.token_count as antecedent_count
    from descriptions
    inner join mentions
        on
            descriptions.article_id = mentions.article_id
            and descriptions.evidence_field = mentions.evidence_field
            and (
                (
                    descriptions.sentence_index = mentions.sentence_index
                    and descriptions.actor_index > mentions.token_index
                )
                or mentions.sentence_index between descriptions.sentence_index - 2 and descriptions.sentence_index - 1
            )
    qualify row_number() over (
        partition by descriptions.sentence_id, descriptions.token_index
        order by mentions.sentence_index desc, mentions.token_index desc
    ) = 1
)

select * from resolved
