-- Grain: one statement that an actor holds, took, lost, left, besieges or contests one territory, where it is made.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

territories as (
    select * from {{ ref('int_control_territories') }}
),

actors as (
    select
        sentence_id,
        token_index,
        actor,
        actor_id
    from {{ ref('int_control_actors') }}

    union all

    select * from {{ ref('int_control_takers') }}
),

places as (
    select * from {{ ref('int_control_places') }}
),

shares as (
    select * from {{ ref('int_control_shares') }}
),

spans as (
    select
        matches.sentence_id,
        matches.token_index,
        territories.place_index,
        territories.place_index + territories.place_count - 1 as place_last,
        nullif(territories.share_index, territories.place_index) as share_index,
        matches.head_index,
        least(matches.head_index, matches.actor_index, matches.token_index, territories.share_index) as first_token,
        greatest(
            matches.actor_index + matches.actor_count,
            matches.token_index + matches.token_count,
            territories.place_index + territories.place_count
        ) - 1 as last_token
    from matches
    inner join territories
        on matches.sentence_id = territories.sentence_id and matches.token_index = territories.token_index
),

mentions as (
    select
        {{ content_id(["'control'", 'spans.sentence_id', 'spans.token_index', 'spans.place_index']) }} as claim_key,
        matches.article_id,
        spans.sentence_id,
        matches.rule_id,
        matches.relation,
        matches.stance,
        spans.token_index,
        spans.first_token,
        spans.last_token,
        spans.share_index,
        spans.place_index,
        spans.place_last,
        spans.head_index,
        actors.actor,
        actors.actor_id,
        places.place_id,
        -- "Areas it holds in the valley" are not all of the valley.
        places.is_whole_place and spans.head_index is null as is_whole_place,
        shares.share,
        shares.share_low,
        shares.share_high
    from spans
    inner join matches on spans.sentence_id = matches.sentence_id and spans.token_index = matches.token_index
    inner join actors on spans.sentence_id = actors.sentence_id and spans.token_index = actors.token_index
    inner join places
        on
            spans.sentence_id = places.sentence_id
            and spans.token_index = places.token_index
            and spans.place_index = places.place_index
    left join shares on spans.sentence_id = shares.sentence_id and spans.share_index = shares.share_index
    -- Who loses a home has not lost ground.
    where coalesce(places.place_kind, '') != 'dwelling'
)

select * from mentions
