-- Grain: one article and one earlier article from which much of it may have been taken.
-- Each kept run of words links an article to the last one before it that has the same run. So the number of links grows
-- with the number of runs, not with the number of pairs, however often a text was printed.

with

shingles as (
    select * from {{ ref('int_article_shingles') }}
),

ordered as (
    select * from {{ ref('int_publication_order') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

links as (
    select
        shingles.article_id,
        lag(shingles.article_id) over (
            partition by shingles.shingle_hash
            order by ordered.published_at nulls last, shingles.article_id
        ) as earlier_article_id
    from shingles
    inner join ordered on shingles.article_id = ordered.article_id
),

-- Three runs are a sentence, less is a turn of phrase.
linked as (
    select
        article_id,
        earlier_article_id
    from links
    where earlier_article_id is not null
    group by article_id, earlier_article_id
    having count(*) >= 3
),

-- A changed text at the same address is an update of the article, no copy of it.
copy_candidates as (
    select
        linked.article_id,
        linked.earlier_article_id,
        {{ date_difference('later.published_date', 'earlier.published_date') }} as days_between,
        coalesce(publishers.name = earlier_publishers.name, false) as is_same_publisher
    from linked
    inner join ordered as later on linked.article_id = later.article_id
    inner join ordered as earlier on linked.earlier_article_id = earlier.article_id
    left join publishers on linked.article_id = publishers.article_id
    left join publishers as earlier_publishers on linked.earlier_article_id = earlier_publishers.article_id
    where
        coalesce(later.source_url != earlier.source_url, true)
        or later.content_hash = earlier.content_hash
)

select * from copy_candidates
