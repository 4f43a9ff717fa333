-- Grain: one description in the place of a source ("the ministry said") whom the article has named before.

with

descriptions as (
    select * from {{ ref('int_frame_sources') }}
    where frame_role = 'source' and speaker_kind = 'description'
),

candidates as (
    select * from {{ ref('int_antecedent_candidates') }}
    where not is_description
),

body_nouns as (
    select * from {{ ref('body_nouns') }}
),

organizations as (
    select
        entity_id,
        organization_type
    from {{ ref('stg_entities') }}
),

compared as (
    select
        *,
        {{ compared_words('speaker') }} as compared_words
    from descriptions
),

compatible as (
    select
        compared.sentence_id,
        compared.verb_index,
        candidates.speaker,
        candidates.entity_id,
        candidates.sentence_index,
        candidates.token_index,
        candidates.is_source,
        position(compared.compared_words in candidates.compared_words) > 0 as shares_words
    from compared
    inner join candidates
        on
            compared.article_id = candidates.article_id
            and (
                compared.sentence_index > candidates.sentence_index
                or (
                    compared.sentence_index = candidates.sentence_index and compared.span_index > candidates.token_index
                )
            )
    left join organizations on candidates.entity_id = organizations.entity_id
    left join body_nouns
        on compared.head_word = body_nouns.noun and organizations.organization_type = body_nouns.organization_type
    where
        (
            position(compared.compared_words in candidates.compared_words) > 0
            and compared.compared_words != candidates.compared_words
            and (
                candidates.is_source
                or not candidates.is_person
                or (
                    compared.head_class in ('role', 'person_noun')
                    and candidates.sentence_index < compared.sentence_index
                )
            )
        )
        -- "The statement said", "the monitor said": whichever body has spoken last. Witnesses, sources and emergency
        -- services are people of their own.
        or (
            compared.head_class = 'source_noun'
            and {{ matches('compared.head_word', '^\\p{Ll}+[^s]\\z') }}
            -- "The city's authorities" are nobody else's.
            and not {{ matches('compared.speaker', '[\\x27’]s ') }}
            and candidates.is_source
            and not candidates.is_person
            -- "The report said" long after somebody spoke is another's.
            and (
                compared.head_word != 'report'
                or candidates.sentence_index >= compared.sentence_index - 2
            )
            -- Statements are read out by the media, but made by others.
            and not (
                compared.head_word = 'statement'
                and coalesce(organizations.organization_type in ('news_agency', 'broadcaster', 'newspaper'), false)
            )
        )
        -- "The group said": the armed group, party or the like named last, or that spoke not long before.
        or body_nouns.noun is not null
),

described_speakers as (
    select
        sentence_id,
        verb_index,
        speaker,
        entity_id
    from compatible
    qualify row_number() over (
        partition by sentence_id, verb_index
        order by
            shares_words desc,
            sentence_index + case when is_source and not shares_words then 4 else 0 end desc,
            is_source desc,
            token_index desc,
            entity_id asc
    ) = 1
)

select * from described_speakers
