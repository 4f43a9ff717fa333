-- Grain: one article that is a copy of an earlier one: the same text retitled, shortened, extended or edited a little.

with

candidates as (
    select * from {{ ref('int_copy_candidates') }}
),

sketches as (
    select * from {{ ref('int_article_sketches') }}
),

order_of_publication as (
    select * from {{ ref('int_publication_order') }}
),

shared as (
    select
        candidates.*,
        {{ shared_elements('sketches.shingle_hashes', 'earlier_sketches.shingle_hashes') }} as shared_count,
        least(
            {{ list_length('sketches.shingle_hashes') }}, {{ list_length('earlier_sketches.shingle_hashes') }}
        ) as shorter_count
    from candidates
    inner join sketches on candidates.article_id = sketches.article_id
    inner join sketches as earlier_sketches on candidates.earlier_article_id = earlier_sketches.article_id
),

copied as (
    select * from shared
    where shared_count >= 12 and shared_count >= needed_share * shorter_count
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
            order by order_of_publication.publication_number
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
