-- Grain: one article that is a copy of an earlier one: the same text retitled, shortened, extended or edited a little.

{%- set most_days_between = 14 %}

with

candidates as (
    select * from {{ ref('int_copy_candidates') }}
),

shingles as (
    select * from {{ ref('int_article_shingles') }}
),

order_of_publication as (
    select * from {{ ref('int_publication_order') }}
),

sizes as (
    select
        article_id,
        count(*) as shingle_count
    from shingles
    group by article_id
),

shared as (
    select
        candidates.article_id,
        candidates.earlier_article_id,
        count(*) as shared_count
    from candidates
    inner join shingles on candidates.article_id = shingles.article_id
    inner join shingles as earlier_shingles
        on
            candidates.earlier_article_id = earlier_shingles.article_id
            and shingles.shingle_hash = earlier_shingles.shingle_hash
    group by candidates.article_id, candidates.earlier_article_id
),

contained as (
    select
        candidates.*,
        shared.shared_count,
        shared.shared_count / cast(least(sizes.shingle_count, earlier_sizes.shingle_count) as double) as containment
    from candidates
    inner join shared
        on
            candidates.article_id = shared.article_id
            and candidates.earlier_article_id = shared.earlier_article_id
    inner join sizes on candidates.article_id = sizes.article_id
    inner join sizes as earlier_sizes on candidates.earlier_article_id = earlier_sizes.article_id
),

-- A house uses its own background and its last story again: up to three quarters of a text. Lists that go out in one
-- form every day share as much. So where the house is the same, or the dates are far apart or unknown, nearly all of
-- the text must be the same, too.
copied as (
    select * from contained
    where
        shared_count >= 12
        and containment
        >= case when days_between <= {{ most_days_between }} and not is_same_publisher then 0.6 else 0.8 end
),

nodes as (
    select article_id as node from copied
    union
    select earlier_article_id from copied
),

links as (
    select
        article_id as node,
        earlier_article_id as other_node
    from copied
),

texts as (
    {{ components('nodes', 'links') }}
),

originals as (
    select
        texts.node as article_id,
        first_value(texts.node) over (
            partition by texts.component
            order by order_of_publication.published_at nulls last, texts.node
        ) as original_article_id
    from texts
    inner join order_of_publication on texts.node = order_of_publication.article_id
),

article_copies as (
    select
        article_id,
        original_article_id as duplicate_of_article_id
    from originals
    where article_id != original_article_id
)

select * from article_copies
