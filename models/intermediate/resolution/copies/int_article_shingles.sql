-- Grain: one run of five words in the body of an article, out of the quarter of all runs that is kept as its sketch.
-- Which runs are kept depends on their hash alone, so every text keeps the same ones, and the share of kept runs that
-- two texts have in common estimates the share of all runs, for a shortened copy too (FracMinHash: Irber and others,
-- 2022). Twelve digits tell runs apart well enough: nothing depends on fewer than three that agree.

with

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
    where evidence_field = 'text' and role = 'body'
),

versions as (
    select * from {{ ref('int_article_versions') }}
    where is_latest_version
),

bodies as (
    select
        paragraphs.article_id,
        {{ extract_all(
            "lower(" ~ joined_in_order("paragraphs.text || ' '", 'paragraphs.paragraph_index') ~ ")",
            '[\\p{L}\\p{M}\\p{N}]+'
        ) }} as words
    from paragraphs
    inner join versions on paragraphs.article_id = versions.article_id
    group by paragraphs.article_id
),

shingles as (
    {{ unnest_with_position('bodies', ['article_id'], word_shingles('words'), 'shingle', 'shingle_index') }}
),

hashed as (
    select distinct
        article_id,
        substring(md5(shingle), 1, 12) as shingle_hash
    from shingles
),

article_shingles as (
    select
        article_id,
        shingle_hash
    from hashed
    where shingle_hash < '4'
)

select * from article_shingles
