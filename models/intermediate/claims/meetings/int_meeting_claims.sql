-- Grain: one occasion as one article reports it, with the mention that tells most about it.

with

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

sentences as (
    select
        sentence_id,
        text,
        start_offset
    from {{ ref('stg_sentences') }}
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

located as (
    select
        occasions.occasion_key,
        mentions.*,
        first_tokens.start_offset,
        last_tokens.end_offset,
        substring(
            sentences.text,
            first_tokens.start_offset - sentences.start_offset + 1,
            last_tokens.end_offset - first_tokens.start_offset
        ) as exact,
        substring(
            sentences.text,
            topic_starts.start_offset - sentences.start_offset + 1,
            topic_ends.end_offset - topic_starts.start_offset
        ) as topic_text
    from mentions
    inner join occasions on mentions.mention_key = occasions.mention_key
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join tokens as first_tokens
        on mentions.sentence_id = first_tokens.sentence_id and mentions.first_token = first_tokens.token_index
    inner join tokens as last_tokens
        on mentions.sentence_id = last_tokens.sentence_id and mentions.last_token = last_tokens.token_index
    left join tokens as topic_starts
        on mentions.sentence_id = topic_starts.sentence_id and mentions.topic_index = topic_starts.token_index
    left join tokens as topic_ends
        on
            mentions.sentence_id = topic_ends.sentence_id
            and mentions.topic_index + mentions.topic_count - 1 = topic_ends.token_index
),

claims as (
    select
        occasion_key,
        mention_key,
        {{ content_id(["'meeting'", 'article_id', 'evidence_field', 'start_offset', 'end_offset', 'mention_key']) }}
            as claim_id,
        article_id,
        status,
        -- Who is said to have spoken with somebody, and nothing more, has most often been on the phone.
        coalesce(
            mode,
            min(mode) over (partition by occasion_key),
            case when word_class = 'spoke' and place_index is null and not is_aside then 'phone' else 'in_person' end
        ) as mode,
        min_by(topic_text, sentence_index) over (partition by occasion_key) as topics_text,
        is_headline,
        rule_id,
        sentence_id,
        evidence_field,
        exact,
        start_offset,
        end_offset
    from located
    qualify row_number() over (
        partition by occasion_key
        order by
            is_headline asc,
            is_aside asc,
            person_count desc,
            participant_count desc,
            sentence_index asc,
            token_index asc
    ) = 1
)

select * from claims
