-- Grain: one statement of control where it is made, in the article's words, with the claim that it belongs to: the same
-- actor, territory, relation and share in one article are one claim, which is known by its fullest mention.

{%- set nowhere = '^(?:(?:the|an?|its|their|his|more|most|other|some|any|all|new|that|this|these|those|much|further)'
    ~ '[\s\p{Z}]+)*(?:territor(?:y|ies)|areas?|lands?|ground|positions?|places?|posts?|'
    ~ '(?:oil[\s\p{Z}])?fields|refineries|checkpoints?|outposts?|bases|buildings?|strongholds?|enclaves?|pockets?|bastions?)\z' %}

with

mentions as (
    select * from {{ ref('int_control_mentions') }}
),

tokens as (
    select
        sentence_id,
        token_index,
        start_offset,
        end_offset
    from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        evidence_field,
        start_offset as sentence_start,
        text
    from {{ ref('stg_sentences') }}
),

placed as (
    select
        mentions.*,
        sentences.evidence_field,
        first_tokens.start_offset,
        last_tokens.end_offset,
        share_tokens.start_offset as share_start,
        substring(
            sentences.text,
            place_tokens.start_offset - sentences.sentence_start + 1,
            place_ends.end_offset - place_tokens.start_offset
        ) as territory,
        {{ replace_all(
            'substring(sentences.text, share_tokens.start_offset - sentences.sentence_start + 1, '
            ~ 'place_tokens.start_offset - share_tokens.start_offset)', '(?:[\s\p{Z}]+of)?[\s\p{Z}]*\z', ''
        ) }} as share_text,
        substring(
            sentences.text,
            first_tokens.start_offset - sentences.sentence_start + 1,
            last_tokens.end_offset - first_tokens.start_offset
        ) as exact
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join tokens as first_tokens
        on mentions.sentence_id = first_tokens.sentence_id and mentions.first_token = first_tokens.token_index
    inner join tokens as last_tokens
        on mentions.sentence_id = last_tokens.sentence_id and mentions.last_token = last_tokens.token_index
    inner join tokens as place_tokens
        on mentions.sentence_id = place_tokens.sentence_id and mentions.place_index = place_tokens.token_index
    inner join tokens as place_ends
        on mentions.sentence_id = place_ends.sentence_id and mentions.place_last = place_ends.token_index
    left join tokens as share_tokens
        on mentions.sentence_id = share_tokens.sentence_id and mentions.share_index = share_tokens.token_index
),

-- A headline that names no place tells in short what the text says; it is no claim of its own. "Their positions" are
-- nowhere, unless the article has said where or how much of something they are.
own_claims as (
    select * from placed
    where place_id is not null or share_text is not null or not {{ matches('lower(territory)', nowhere) }}
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
        coalesce(actor_id, {{ replace_all('lower(actor)', '^(?:the|a|an)[\s\p{Z}]+', '') }}) as actor_key,
        case
            when is_whole_place and place_id is not null then place_id
            else {{ replace_all('lower(territory)', '^(?:the|a|an|its|their)[\s\p{Z}]+', '') }}
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
            order by length(actor) + length(territory) desc, evidence_field desc, start_offset asc, mention_id asc
        ) as claim_id
    from identified
)

select * from claims
