-- Grain: one claim that somebody disputes in the article that makes it, and the claim set against it: "the army holds
-- 85 percent, but that was dismissed by the observatory, which said 48".

with

frames as (
    select * from {{ ref('int_speech_frames') }}
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where frame_role = 'source'
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

claims as (
    select * from {{ ref('int_disputable_claims') }}
),

denials as (
    select
        frames.sentence_id,
        frames.verb_index,
        frames.frame_first,
        frames.frame_last,
        speakers.speaker,
        sentences.article_id,
        sentences.sentence_index
    from frames
    inner join sentences on frames.sentence_id = sentences.sentence_id
    inner join speakers on frames.sentence_id = speakers.sentence_id and frames.verb_index = speakers.verb_index
    where frames.is_denial
),

-- What is dismissed stands before the words that dismiss it, in the same sentence or the one before; what the one who
-- dismisses says instead stands behind them, or opens the next sentence.
disputes as (
    select
        claims.claim_type,
        claims.topic,
        claims.claim_id as denied_claim_id,
        counter_claims.claim_id as counter_claim_id,
        denials.speaker as denied_by,
        denials.sentence_id,
        denials.frame_first,
        denials.frame_last
    from denials
    inner join claims
        on
            denials.article_id = claims.article_id
            and (
                (denials.sentence_index = claims.sentence_index and denials.frame_first > claims.anchor_index)
                or denials.sentence_index = claims.sentence_index + 1
            )
    inner join claims as counter_claims
        on
            denials.article_id = counter_claims.article_id
            and claims.claim_type = counter_claims.claim_type
            and claims.topic = counter_claims.topic
            and claims.claim_id != counter_claims.claim_id
            and denials.speaker = counter_claims.attributed_to
            and (
                (
                    denials.sentence_index = counter_claims.sentence_index
                    and denials.frame_last < counter_claims.anchor_index
                )
                or denials.sentence_index = counter_claims.sentence_index - 1
            )
    qualify row_number() over (
        partition by denials.sentence_id, denials.verb_index, claims.claim_type
        order by
            claims.sentence_index desc,
            case when claims.topic = 'share' then 1 else 2 end,
            counter_claims.sentence_index asc,
            claims.anchor_index desc,
            counter_claims.anchor_index asc
    ) = 1
),

stated_disputes as (
    select distinct
        claim_type,
        denied_claim_id,
        counter_claim_id,
        denied_by
    from disputes
)

select * from stated_disputes
