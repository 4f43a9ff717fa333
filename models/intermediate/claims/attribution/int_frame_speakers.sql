-- Grain: one source or medium of a speech frame, resolved, and whether it is the publisher of the article itself or
-- somebody who works there.

with

frame_sources as (
    select * from {{ ref('int_frame_sources') }}
),

antecedents as (
    select * from {{ ref('int_described_speakers') }}

    union all

    select * from {{ ref('int_pronoun_speakers') }}
),

entities as (
    select * from {{ ref('stg_entities') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type = 'organization'
),

quoting as (
    select
        sentence_id,
        verb_index
    from {{ ref('int_speech_frames') }}
    where rule_id in ('citing_by_medium', 'citing_at_head', 'citing_first')
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('apostrophe', 'genitive', 'role', 'roles', 'person_noun', 'people_noun')
),

-- "Told this newspaper", "told our correspondent": the house that prints it.
own_house as (
    select
        sentence_id,
        token_index
    from {{ ref('int_words') }}
    where word_class = 'demonstrative' or (word_class = 'possessive' and meaning = 'dialogue')
),

-- "ADEN (Coast Radio) - ": a house that no seed knows signs its own dateline.
datelines as (
    select
        article_id,
        nullif(max({{ extract_group(
            'text', '^\\p{Lu}[\\p{L} .,/-]{1,40} \\((\\p{Lu}[^()]{1,30})\\) ?[–—:-]', 1
        ) }}), '') as house
    from {{ ref('stg_sentences') }}
    where paragraph_role = 'body' and text like '%(%)%'
    group by article_id
),

-- "The agency's Clive Haddad", "an agency journalist", in a text of that agency.
reporters as (
    select distinct
        frame_sources.sentence_id,
        frame_sources.verb_index,
        frame_sources.frame_role
    from frame_sources
    inner join mentions
        on
            frame_sources.sentence_id = mentions.sentence_id
            and frame_sources.span_index <= mentions.token_index
            and frame_sources.span_index + frame_sources.span_count > mentions.token_index
    inner join words
        on
            mentions.sentence_id = words.sentence_id
            and mentions.token_index + mentions.token_count = words.token_index
            and frame_sources.span_index + frame_sources.span_count > words.token_index
    inner join entities on mentions.entity_id = entities.entity_id
    inner join publishers
        on frame_sources.article_id = publishers.article_id and entities.entity_key = publishers.entity_key
),

speakers as (
    select
        frame_sources.sentence_id,
        frame_sources.article_id,
        frame_sources.verb_index,
        frame_sources.frame_role,
        frame_sources.span_index,
        frame_sources.span_count,
        frame_sources.speaker_kind,
        frame_sources.head_class,
        coalesce(antecedents.speaker, frame_sources.speaker) as speaker,
        case
            when antecedents.speaker is not null then antecedents.entity_id
            else frame_sources.entity_id
        end as speaker_id
    from frame_sources
    left join antecedents
        on
            frame_sources.sentence_id = antecedents.sentence_id
            and frame_sources.verb_index = antecedents.verb_index
            and frame_sources.frame_role = 'source'
),

frame_speakers as (
    select
        speakers.*,
        coalesce(entities.entity_key = publishers.entity_key, false)
        or coalesce(speakers.speaker = datelines.house, false)
        or reporters.sentence_id is not null as is_publisher
    from speakers
    left join entities on speakers.speaker_id = entities.entity_id
    left join publishers on speakers.article_id = publishers.article_id
    left join datelines on speakers.article_id = datelines.article_id
    left join reporters
        on
            speakers.sentence_id = reporters.sentence_id
            and speakers.verb_index = reporters.verb_index
            and speakers.frame_role = reporters.frame_role
    left join quoting on speakers.sentence_id = quoting.sentence_id and speakers.verb_index = quoting.verb_index
    left join own_house
        on speakers.sentence_id = own_house.sentence_id and speakers.span_index = own_house.token_index
    -- Who is known to be no medium ("told the Senate", "told reporters") only heard it; who cites passes it on.
    where
        speakers.frame_role = 'source'
        or quoting.sentence_id is not null
        or (
            own_house.sentence_id is null
            and speakers.speaker_kind != 'person'
            and speakers.head_class not in ('people_noun', 'roles', 'word', 'named_place')
            and coalesce(entities.organization_type in ('news_agency', 'broadcaster', 'newspaper'), true)
        )
)

select * from frame_speakers
