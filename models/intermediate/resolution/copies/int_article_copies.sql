-- Grain: one article that is a copy of an earlier one: the same text retitled, shortened, extended or edited a little.

with

candidates as (
    select * from {{ ref('int_copy_candidates') }}
),

shingles as (
    select * from {{ ref('int_article_shingles') }}
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

-- Background that a publisher repeats fills up to half of a short article. Lists that go out in one form every day share
-- more than that; where no dates tell them apart, nearly all of the text must be the same.
copied as (
    select * from contained
    where shared_count >= 10 and containment >= case when is_dated then 0.55 else 0.8 end
    qualify row_number() over (
        partition by article_id
        order by earlier_published_at nulls last, earlier_article_id
    ) = 1
),

parents as (
    select
        sizes.article_id,
        copied.earlier_article_id
    from sizes
    left join copied on sizes.article_id = copied.article_id
),

originals as (
    {{ roots('parents', 'article_id', 'earlier_article_id') }}
),

article_copies as (
    select
        copied.article_id,
        originals.root as duplicate_of_article_id,
        copied.earlier_article_id as copied_from_article_id,
        copied.containment
    from copied
    inner join originals on copied.article_id = originals.node
)

select * from article_copies
