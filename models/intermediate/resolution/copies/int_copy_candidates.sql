-- Grain: one article and one earlier article from which much of it may have been taken.
-- Each kept run of words links an article to the last one before it that has the same run. So the number of links grows
-- with the number of runs, not with the number of pairs, however often a text was printed.

{%- set most_days_between = 14 %}

with

sketches as (
    select * from {{ ref('int_article_sketches') }}
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

ordered as (
    select * from {{ ref('int_publication_order') }}
),

publishers as (
    select * from {{ ref('int_article_publishers') }}
),

placed as (
    select
        ordered.publication_number,
        sketches.shingle_hashes
    from sketches
    inner join versions on sketches.article_id = versions.article_id
    inner join ordered on sketches.article_id = ordered.article_id
),

shingles as (
    {{ unnest_with_position('placed', ['publication_number'], 'shingle_hashes', 'shingle_hash', 'shingle_index') }}
),

links as (
    select
        publication_number,
        lag(publication_number) over (
            partition by shingle_hash
            order by publication_number
        ) as earlier_publication_number
    from shingles
),

-- Six runs are a sentence or two, less is a turn of phrase. (A copy has twelve at least in common with its original.)
linked as (
    select
        publication_number,
        earlier_publication_number
    from links
    where earlier_publication_number is not null
    group by publication_number, earlier_publication_number
    having count(*) >= 6
),

-- With one earlier text an article has no more in common than with all of them together.
shares as (
    select
        publication_number,
        count(earlier_publication_number) as known_count,
        count(*) as run_count
    from links
    group by publication_number
),

-- A changed text at the same address is an update of the article, no copy of it.
-- A house uses its own background and its last story again: up to three quarters of a text. Lists that go out in one
-- form every day share as much. So where the house is the same, or the dates are far apart or unknown, nearly all of
-- the text must be the same, too.
pairs as (
    select
        later.article_id,
        earlier.article_id as earlier_article_id,
        shares.known_count,
        least(shares.run_count, earlier_shares.run_count) as shorter_count,
        case
            when
                {{ date_difference('later.published_date', 'earlier.published_date') }} <= {{ most_days_between }}
                and coalesce(publishers.name != earlier_publishers.name, true)
                then 0.6
            else 0.8
        end as needed_share
    from linked
    inner join ordered as later on linked.publication_number = later.publication_number
    inner join ordered as earlier on linked.earlier_publication_number = earlier.publication_number
    inner join shares on linked.publication_number = shares.publication_number
    inner join shares as earlier_shares on linked.earlier_publication_number = earlier_shares.publication_number
    left join publishers on later.article_id = publishers.article_id
    left join publishers as earlier_publishers on earlier.article_id = earlier_publishers.article_id
    where coalesce(later.source_url != earlier.source_url, true) or later.content_hash = earlier.content_hash
),

copy_candidates as (
    select
        article_id,
        earlier_article_id,
        needed_share
    from pairs
    where known_count >= needed_share * shorter_count
)

select * from copy_candidates
