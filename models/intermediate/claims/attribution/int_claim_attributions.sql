-- Grain: one claim that the article attributes to somebody.

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

frames_before as (
    select * from {{ ref('int_claim_frames') }}
    where is_before
),

frames_after as (
    select * from {{ ref('int_claim_frames') }}
    where not is_before
),

carried_frames as (
    select * from {{ ref('int_carried_frames') }}

    union all

    select * from {{ ref('int_passage_frames') }}
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where not is_publisher
),

carried_media as (
    select * from {{ ref('int_carried_media') }}
),

before_and_after as (
    select
        frames_before.sentence_id as before_sentence_id,
        frames_before.verb_index as before_verb_index,
        frames_before.rule_id as before_rule_id,
        frames_before.is_denial as before_is_denial,
        frames_after.sentence_id as after_sentence_id,
        frames_after.verb_index as after_verb_index,
        frames_after.rule_id as after_rule_id,
        frames_after.is_denial as after_is_denial,
        coalesce(frames_before.claim_key, frames_after.claim_key) as claim_key,
        frames_before.covers is null
        or (frames_before.covers = 'both' and frames_after.covers is not null)
        or coalesce(frames_after.rule_id = 'citing', false) as is_after_main
    from frames_before
    full outer join frames_after on frames_before.claim_key = frames_after.claim_key
),

-- "The army said ..., according to the agency": who speaks first is the source, the other the medium; but in "the
-- agency reported ..., citing the army" it is the agency that passes on.
framed as (
    select
        claim_key,
        case when is_after_main then after_sentence_id else before_sentence_id end as sentence_id,
        case when is_after_main then after_verb_index else before_verb_index end as verb_index,
        case when is_after_main then after_rule_id else before_rule_id end as rule_id,
        case when is_after_main then after_is_denial else before_is_denial end as is_denied,
        -- "..., but that was dismissed by the observatory": who denies passes nothing on.
        case
            when not is_after_main and not after_is_denial then after_verb_index
            when is_after_main and after_rule_id = 'citing' then before_verb_index
        end as medium_verb_index
    from before_and_after
),

carried as (
    select
        claims.claim_key,
        carried_frames.frame_sentence_id as sentence_id,
        carried_frames.verb_index,
        carried_frames.rule_id,
        false as is_denied,
        cast(null as integer) as medium_verb_index
    from claims
    inner join carried_frames on claims.sentence_id = carried_frames.sentence_id
),

attributed as (
    select * from framed

    union all

    select * from carried
),

claim_attributions as (
    select
        attributed.claim_key,
        sources.speaker as attributed_to,
        sources.speaker_id as attributed_to_id,
        attributed.is_denied,
        attributed.rule_id,
        attributed.sentence_id,
        sources.span_index as first_token,
        cast(sources.span_index + sources.span_count - 1 as integer) as last_token,
        coalesce(
            nullif(concat_ws('; ', media.speaker, outer_sources.speaker), ''), carried_media.medium
        ) as via
    from attributed
    inner join speakers as sources
        on
            attributed.sentence_id = sources.sentence_id
            and attributed.verb_index = sources.verb_index
            and sources.frame_role = 'source'
    left join speakers as media
        on
            attributed.sentence_id = media.sentence_id
            and attributed.verb_index = media.verb_index
            and media.frame_role = 'via'
    left join speakers as outer_sources
        on
            attributed.sentence_id = outer_sources.sentence_id
            and attributed.medium_verb_index = outer_sources.verb_index
            and outer_sources.frame_role = 'source'
            and sources.speaker != outer_sources.speaker
    left join carried_media
        on
            attributed.sentence_id = carried_media.sentence_id
            and attributed.verb_index = carried_media.verb_index
)

select * from claim_attributions
