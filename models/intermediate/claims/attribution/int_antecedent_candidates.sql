-- Grain: one person or body that a later pronoun or description may stand for: a source, or somebody only mentioned.

with

frame_sources as (
    select * from {{ ref('int_frame_sources') }}
    where frame_role = 'source' and speaker_kind != 'pronoun'
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type in ('person', 'organization')
),

candidates as (
    select
        article_id,
        sentence_id,
        sentence_index,
        span_index as token_index,
        verb_index,
        speaker,
        entity_id,
        speaker as surroundings,
        speaker_kind = 'person' or head_class in ('role', 'person_noun', 'name') as is_person,
        speaker_kind != 'person'
        and head_class not in ('role', 'roles', 'person_noun', 'people_noun', 'nationals') as is_body,
        true as is_source,
        speaker_kind = 'description' as is_description
    from frame_sources

    union all

    -- The office of a person stands right before the name, or behind it between commas.
    select
        mentions.article_id,
        mentions.sentence_id,
        mentions.sentence_index,
        mentions.token_index,
        cast(null as integer) as verb_index,
        mentions.name as speaker,
        mentions.entity_id,
        concat_ws(' ', mentions.title_text, mentions.name, mentions.apposition_text) as surroundings,
        mentions.entity_type = 'person' as is_person,
        mentions.entity_type != 'person' as is_body,
        false as is_source,
        false as is_description
    from mentions
),

antecedent_candidates as (
    select
        *,
        {{ compared_words('surroundings') }} as compared_words
    from candidates
)

select * from antecedent_candidates
