-- One row per two texts that some comparison needs, with how well they agree.
-- agrees: the words of one contain all those of the other, or one is a name of an entity that the other names too.
-- is_compatible is weaker, for finding partners: they agree, or more than half of the telling words of the shorter are
-- shared.

with pairs as (
    select * from {{ ref('eval_pairs') }}
),

gold_values as (
    select * from {{ ref('eval_gold_values') }}
),

predicted_values as (
    select * from {{ ref('eval_predicted_values') }}
),

gold_participants as (
    select * from {{ ref('eval_gold_participants') }}
),

predicted_participants as (
    select * from {{ ref('eval_predicted_participants') }}
),

words as (
    select * from {{ ref('eval_text_words') }}
),

entities as (
    select * from {{ ref('eval_text_entities') }}
),

text_pairs as (
    select
        gold_values.expected,
        predicted_values.found
    from pairs
    inner join gold_values on pairs.annotation_id = gold_values.annotation_id
    inner join predicted_values
        on pairs.prediction_id = predicted_values.prediction_id and gold_values.slot = predicted_values.slot
    union
    select
        gold_participants.expected,
        predicted_participants.found
    from pairs
    inner join gold_participants on pairs.annotation_id = gold_participants.annotation_id
    inner join predicted_participants on pairs.prediction_id = predicted_participants.prediction_id
),

word_counts as (
    select
        compared_text,
        count(*) as words,
        count(case when is_telling then 1 end) as telling_words
    from words
    group by compared_text
),

shared as (
    select
        text_pairs.expected,
        text_pairs.found,
        count(*) as words,
        count(case when expected_words.is_telling and found_words.is_telling then 1 end) as telling_words
    from text_pairs
    inner join words as expected_words on text_pairs.expected = expected_words.compared_text
    inner join words as found_words
        on text_pairs.found = found_words.compared_text and expected_words.word = found_words.word
    group by text_pairs.expected, text_pairs.found
),

same_entity as (
    select distinct
        text_pairs.expected,
        text_pairs.found
    from text_pairs
    inner join entities as expected_entities on text_pairs.expected = expected_entities.compared_text
    inner join entities as found_entities
        on
            text_pairs.found = found_entities.compared_text
            and expected_entities.entity_type = found_entities.entity_type
            and expected_entities.entity_key = found_entities.entity_key
            and (expected_entities.is_whole or found_entities.is_whole)
),

compared as (
    select
        text_pairs.expected,
        text_pairs.found,
        same_entity.expected is not null as is_same_entity,
        coalesce(shared.words = least(expected_counts.words, found_counts.words), false) as is_contained,
        coalesce(found_counts.words < expected_counts.words, false) as is_shorter,
        coalesce(
            shared.telling_words * 2 > least(expected_counts.telling_words, found_counts.telling_words), false
        ) as shares_most
    from text_pairs
    left join shared on text_pairs.expected = shared.expected and text_pairs.found = shared.found
    left join word_counts as expected_counts on text_pairs.expected = expected_counts.compared_text
    left join word_counts as found_counts on text_pairs.found = found_counts.compared_text
    left join same_entity on text_pairs.expected = same_entity.expected and text_pairs.found = same_entity.found
),

judged as (
    select
        {{ content_id(['expected', 'found']) }} as text_pair_id,
        expected,
        found,
        lower(expected) = lower(found) or is_contained or is_same_entity as agrees,
        lower(expected) = lower(found) or is_contained or is_same_entity or shares_most as is_compatible,
        -- "the observatory" does not say which one
        is_shorter and not is_same_entity and {{ matches(
            'found', '^([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [a-z -]+\\z'
        ) }} as is_unresolved_description
    from compared
)

select * from judged
