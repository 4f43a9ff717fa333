-- Grain: one claim that the article attributes to somebody.

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

speakers as (
    select * from {{ ref('int_frame_speakers') }}
    where not is_publisher
),

covering as (
    select
        claims.claim_key,
        frames.sentence_id,
        frames.verb_index,
        frames.rule_id,
        frames.covers,
        frames.is_denial,
        frames.frame_first,
        frames.frame_last,
        frames.frame_last < claims.anchor_index as is_before
    from claims
    inner join frames on claims.sentence_id = frames.sentence_id
    where
        (frames.covers in ('right', 'both') and frames.frame_last < claims.anchor_index)
        or (frames.covers in ('left', 'both') and frames.frame_first > claims.anchor_index)
),

-- Of the frames on each side of a claim the nearest one counts.
nearest as (
    select * from covering
    qualify row_number() over (
        partition by claim_key, is_before
        order by case when is_before then -frame_last else frame_first end
    ) = 1
),

sides as (
    select
        claim_key,
        count(*) > 1 as has_both,
        max(case when is_before then covers end) as covers_before
    from nearest
    group by claim_key
),

-- "The army said ..., according to the agency": who speaks first is the source, the other the medium.
roles as (
    select
        nearest.*,
        not sides.has_both
        or (nearest.is_before and sides.covers_before = 'right')
        or (not nearest.is_before and sides.covers_before = 'both') as is_main,
        sides.has_both and sides.covers_before = 'right' and not nearest.is_before as is_medium
    from nearest
    inner join sides on nearest.claim_key = sides.claim_key
),

claim_attributions as (
    select
        roles.claim_key,
        any_value(sources.speaker) filter (where roles.is_main) as attributed_to,
        any_value(sources.speaker_id) filter (where roles.is_main) as attributed_to_id,
        string_agg(
            distinct coalesce(case when roles.is_medium then sources.speaker end, media.speaker), '; '
        ) as via,
        coalesce(bool_or(roles.is_denial) filter (where roles.is_main), false) as is_denied,
        any_value(roles.rule_id) filter (where roles.is_main) as rule_id,
        any_value(roles.sentence_id) as sentence_id,
        any_value(sources.span_index) filter (where roles.is_main) as first_token,
        any_value(sources.span_index + sources.span_count - 1) filter (where roles.is_main) as last_token
    from roles
    left join speakers as sources
        on
            roles.sentence_id = sources.sentence_id
            and roles.verb_index = sources.verb_index
            and sources.frame_role = 'source'
    left join speakers as media
        on
            roles.sentence_id = media.sentence_id
            and roles.verb_index = media.verb_index
            and media.frame_role = 'via'
    group by roles.claim_key
)

select * from claim_attributions
where attributed_to is not null
