-- Grain: one denial, the claim that it is about, and the claim set against it, if there is one: "the army holds 85
-- percent, but that was dismissed by the observatory, which said 48".

{%- set most_tokens_behind = 30 %}

with

denials as (
    select * from {{ ref('int_denials') }}
),

claims as (
    select * from {{ ref('int_disputable_claims') }}
),

-- Denied is what the denial itself repeats ("denied that its raid killed 12"), else what stands before it, in the same
-- sentence or at the end of the one before. Nobody denies what a whole war has cost; and who holds a town is disputed
-- only where somebody has said so.
disputed as (
    select
        denials.*,
        claims.claim_type,
        claims.topic,
        claims.claim_id as denied_claim_id,
        claims.attributed_to as claimed_by
    from denials
    inner join claims on denials.article_id = claims.article_id
    where
        coalesce(claims.scope, '') != 'cumulative'
        and (claims.is_denied or coalesce(claims.attributed_to != denials.denied_by, true))
        and case
            when claims.claim_type = 'casualty' then true
            else claims.attributed_to is not null and denials.denied_thing = 'statement'
        end
        and case
            when denials.sentence_index != claims.sentence_index
                then denials.sentence_index = claims.sentence_index + 1 and not denials.says_what
            when claims.anchor_index < denials.frame_first then not denials.says_what
            else
                claims.anchor_index > denials.frame_last
                and claims.anchor_index <= denials.frame_last + {{ most_tokens_behind }}
                and (denials.says_what or denials.denied_thing = 'deed')
        end
    qualify row_number() over (
        partition by denials.sentence_id, denials.verb_index
        order by
            claims.sentence_index desc,
            claims.is_denied desc,
            case when claims.topic in ('killed', 'share') then 1 else 2 end asc,
            abs(claims.anchor_index - denials.verb_index) asc,
            claims.claim_id asc
    ) = 1
),

-- What the one who dismisses says instead stands behind the words that dismiss, or opens the next sentence.
countered as (
    select
        disputed.sentence_id,
        disputed.verb_index,
        claims.claim_id as counter_claim_id
    from disputed
    inner join claims
        on
            disputed.article_id = claims.article_id
            and disputed.claim_type = claims.claim_type
            and disputed.topic = claims.topic
            and disputed.denied_claim_id != claims.claim_id
            and disputed.denied_by = claims.attributed_to
    where
        not claims.is_denied
        and (
            (disputed.sentence_index = claims.sentence_index and claims.anchor_index > disputed.frame_last)
            or disputed.sentence_index = claims.sentence_index - 1
        )
    qualify row_number() over (
        partition by disputed.sentence_id, disputed.verb_index
        order by claims.sentence_index, claims.anchor_index
    ) = 1
),

stated_disputes as (
    select
        {{ content_id(["'dispute'", 'disputed.sentence_id', 'disputed.verb_index']) }} as dispute_id,
        disputed.article_id,
        disputed.sentence_id,
        disputed.evidence_field,
        disputed.exact,
        disputed.start_offset,
        disputed.end_offset,
        disputed.claim_type,
        disputed.denied_thing,
        disputed.denied_claim_id,
        -- Who repeats a claim to deny it has not made it.
        case when disputed.claimed_by != disputed.denied_by then disputed.claimed_by end as claimed_by,
        disputed.denied_by,
        disputed.denied_by_id,
        countered.counter_claim_id
    from disputed
    left join countered
        on disputed.sentence_id = countered.sentence_id and disputed.verb_index = countered.verb_index
)

select * from stated_disputes
