-- Grain: one article whose body has runs of five words, with the quarter of all its runs that is kept as its sketch.
-- Which runs are kept depends on their hash alone, so every text keeps the same ones, and the share of kept runs that
-- two texts have in common estimates the share of all runs, for a shortened copy too (FracMinHash: Irber and others,
-- 2022).

{%- set quarter_of_hashes = 2 ** 58 %}

with

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
    where evidence_field = 'text' and role = 'body'
),

bodies as (
    select
        article_id,
        {{ extract_all(
            "lower(" ~ joined_in_order("text || ' '", 'paragraph_index') ~ ")",
            '[\\p{L}\\p{M}\\p{N}]+'
        ) }} as words
    from paragraphs
    group by article_id
),

shingles as (
    {{ unnest_with_position('bodies', ['article_id'], word_shingles('words'), 'shingle', 'shingle_index') }}
),

hashed as (
    select distinct
        article_id,
        {{ text_hash('shingle') }} as shingle_hash
    from shingles
),

article_sketches as (
    select
        article_id,
        {{ collected_in_order('shingle_hash', 'shingle_hash') }} as shingle_hashes
    from hashed
    where shingle_hash < {{ quarter_of_hashes }}
    group by article_id
)

select * from article_sketches
