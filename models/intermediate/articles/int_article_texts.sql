-- Grain: one article version, with what its text says of itself.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

titles_on_page as (
    select
        article_id,
        text as title
    from {{ ref('stg_paragraphs') }}
    where role = 'title' and evidence_field = 'text'
    qualify row_number() over (
        partition by article_id
        order by paragraph_index
    ) = 1
),

article_texts as (
    select
        articles.article_id,
        coalesce(articles.title, titles_on_page.title) as title,
        cast({{ list_length(extract_all('articles.text', '[\\p{L}\\p{M}\\p{N}]+')) }} as integer) as word_count
    from articles
    left join titles_on_page on articles.article_id = titles_on_page.article_id
)

select * from article_texts
