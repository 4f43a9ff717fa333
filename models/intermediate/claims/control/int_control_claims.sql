-- Grain: one statement of control where it is made, in the article's words, with the claim that it belongs to: the same
-- actor, territory, relation and share in one article are one claim, which is known by its fullest mention in the text,
-- one that names the place if there is one.

with

mentions as (
    select
        *,
        coalesce(head_index, place_index) as territory_index
    from {{ ref('int_control_mentions') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

placed as (
    select
        mentions.*,
        sentences.evidence_field,
        {{ token_start('mentions.first_token') }} as start_offset,
        {{ token_end('mentions.last_token') }} as end_offset,
        {{ token_start('mentions.share_index') }} as share_start,
        {{ token_text('mentions.territory_index', 'mentions.place_last') }} as territory,
        {{ replace_all(
            words_between(token_start('mentions.share_index'), token_start('mentions.place_index')),
            '(?:[\\s\\p{Z}]+of)?[\\s\\p{Z}]*\\z', ''
        ) }} as share_text,
        {{ token_text('mentions.first_token', 'mentions.last_token') }} as exact,
        substring(
            sentences.text, {{ token_end('mentions.last_token') }} - sentences.start_offset + 1, 80
        ) as words_behind
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    where mentions.place_index is not null
),

-- Who holds somebody responsible holds no ground. A headline that names no place tells in short what the text says; it
-- is no claim of its own. "Their positions" are nowhere, unless the article has said where or how much of something
-- they are; "areas held by the rebels" are those that the rebels hold.
own_claims as (
    select * from placed
    where
        not (rule_id = 'control_verb' and {{ matches('words_behind', text_pattern('holds_responsible')) }})
        and (
            place_id is not null
            or share_text is not null
            or not {{ matches('lower(territory)', text_pattern('nowhere')) }}
            or (
                rule_id = 'control_passive'
                and {{ matches('lower(territory)', text_pattern('bare_ground')) }}
            )
        )
    qualify
        evidence_field = 'text'
        or is_whole_place
        or not bool_or(evidence_field = 'text') over (partition by article_id, relation)
),

identified as (
    select
        *,
        {{ content_id([
            "'control'", 'article_id', 'evidence_field', 'start_offset', 'end_offset', 'actor', 'territory', 'relation',
            'share',
        ]) }} as mention_id,
        coalesce(actor_id, {{ replace_all('lower(actor)', text_pattern('article_before'), '') }}) as actor_key,
        case
            when is_whole_place and place_id is not null then place_id
            else {{ replace_all('lower(territory)', text_pattern('article_or_owner_before'), '') }}
        end as territory_key
    from own_claims
),

claims as (
    select
        claim_key,
        article_id,
        sentence_id,
        rule_id,
        relation,
        stance,
        actor,
        actor_id,
        place_id,
        is_whole_place,
        share,
        share_low,
        share_high,
        evidence_field,
        start_offset,
        end_offset,
        share_start,
        territory,
        share_text,
        exact,
        mention_id,
        first_value(mention_id) over (
            partition by
                article_id,
                actor_key,
                territory_key,
                relation,
                stance,
                coalesce(cast(share as {{ dbt.type_string() }}), share_text)
            order by
                evidence_field asc,
                {{ matches('territory', '\\p{Lu}') }} desc,
                length(actor) + length(territory) desc,
                start_offset asc,
                mention_id asc
        ) as claim_id
    from identified
)

select * from claims
