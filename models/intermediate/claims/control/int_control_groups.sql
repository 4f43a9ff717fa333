-- Grain: one statement of control whose actor is "the group" or the like, with the armed group or party named last
-- before it, in the sentence or in one of the two sentences before.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        evidence_field,
        sentence_index
    from {{ ref('stg_sentences') }}
),

-- An army and its troops are no group.
armed_groups as (
    select entity_id from {{ ref('stg_entities') }}
    where
        organization_type in ('armed_group', 'party')
        and not {{ matches('lower(name)', text_pattern('own_troops')) }}
),

-- An article or demonstrative and the noun, between them nothing that tells the group from others: the militant group.
phrases as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.actor_index,
        matches.relation
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and matches.actor_index <= words.token_index
            and matches.actor_index + matches.actor_count > words.token_index
    group by matches.sentence_id, matches.token_index, matches.actor_index, matches.relation
    having
        bool_or(words.token_index = matches.actor_index and words.word_class in ('definite', 'demonstrative'))
        and bool_or(words.word_class = 'org_noun')
        and bool_and(
            words.word_class in ('definite', 'demonstrative', 'word', 'person_noun', 'apostrophe', 'genitive')
            or (words.word_class = 'org_noun' and coalesce(words.meaning, '') = 'body')
        )
),

descriptions as (
    select
        phrases.*,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index
    from phrases
    inner join sentences on phrases.sentence_id = sentences.sentence_id
),

sentences_around as (
    select distinct sentences.sentence_id
    from descriptions
    inner join sentences
        on
            descriptions.article_id = sentences.article_id
            and descriptions.evidence_field = sentences.evidence_field
            and sentences.sentence_index between descriptions.sentence_index - 2 and descriptions.sentence_index
),

neighbours as (
    select
        words.sentence_id,
        words.token_index,
        words.token_count,
        words.word_class,
        words.entity_id,
        lag(words.word_class) over reading as class_before,
        lead(words.word_class) over reading as class_after,
        lead(words.meaning) over reading as meaning_after
    from words
    inner join sentences_around on words.sentence_id = sentences_around.sentence_id
    window reading as (partition by words.sentence_id order by words.token_index)
),

-- "An offshoot of al Qaeda", "an al Qaeda affiliate" and "Iran-backed" are about somebody else.
mentions as (
    select
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        neighbours.sentence_id,
        neighbours.token_index,
        neighbours.token_count
    from neighbours
    inner join armed_groups on neighbours.entity_id = armed_groups.entity_id
    inner join sentences on neighbours.sentence_id = sentences.sentence_id
    where
        neighbours.word_class = 'organization'
        and coalesce(neighbours.class_before, '') != 'of'
        and coalesce(neighbours.class_after, '') != 'hyphen'
        and coalesce(neighbours.meaning_after, '') != 'branch'
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
                    -- Who drives the group out is not the group.
                    and (
                        descriptions.relation != 'lost'
                        or descriptions.token_index not between mentions.token_index
                        and descriptions.actor_index
                        or descriptions.token_index > mentions.token_index + mentions.token_count + 3
                    )
                )
                or mentions.sentence_index between descriptions.sentence_index - 2 and descriptions.sentence_index - 1
            )
    qualify row_number() over (
        partition by descriptions.sentence_id, descriptions.token_index
        order by mentions.sentence_index desc, mentions.token_index desc
    ) = 1
)

select * from resolved
