-- Grain: one article; the language whose function words are the most frequent among its first words.

with

articles as (
    select * from {{ ref('stg_articles') }}
),

language_words as (
    select * from {{ ref('language_words') }}
),

openings as (
    select
        article_id,
        lower(coalesce(title, '') || ' ' || left(text, 2000)) as opening
    from articles
),

words as (
    {{ unnest_with_position(
        'openings', ['article_id'], extract_all('opening', '[\\p{L}\\p{M}]+'), 'word', 'word_index'
    ) }}
),

scores as (
    select
        words.article_id,
        language_words.language,
        count(*) as word_count
    from words
    inner join language_words on words.word = language_words.word
    group by words.article_id, language_words.language
),

best as (
    select
        article_id,
        language
    from scores
    qualify row_number() over (
        partition by article_id
        order by word_count desc, language asc
    ) = 1
),

languages as (
    select
        articles.article_id,
        coalesce(best.language, lower(left(articles.language, 2)), 'und') as language
    from articles
    left join best on articles.article_id = best.article_id
)

select * from languages
