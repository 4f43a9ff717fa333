-- Grain: one occasion as one article reports it, with the mention that tells most about it.

with

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

located as (
    select
        occasions.occasion_key,
        mentions.*,
        {{ token_start('mentions.first_token') }} as start_offset,
        {{ token_end('mentions.last_token') }} as end_offset,
        {{ token_text('mentions.first_token', 'mentions.last_token') }} as exact,
        {{ token_text('mentions.topic_index', 'mentions.topic_index + mentions.topic_count - 1') }} as topic_text
    from mentions
    inner join occasions on mentions.mention_key = occasions.mention_key
    inner join sentences on mentions.sentence_id = sentences.sentence_id
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
        {{ min_by('topic_text', 'sentence_index') }} over (partition by occasion_key) as topics_text,
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
