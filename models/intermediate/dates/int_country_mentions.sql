-- Grain: one sentence of an article that has to be dated and one country that it names.

with

articles as (
    select article_id from {{ ref('int_articles_to_date') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
    where can_hold_facts
),

country_words as (
    select distinct
        word,
        country_code
    from {{ ref('world_country_words') }}
    where kind in ('name', 'adjective')
),

texts as (
    select
        sentences.article_id,
        sentences.sentence_id,
        sentences.text
    from sentences
    inner join articles on sentences.article_id = articles.article_id
),

words as (
    {{ unnest_with_position(
        'texts', ['article_id', 'sentence_id'], extract_all('text', '\\p{Lu}\\p{L}+'), 'word', 'word_index'
    ) }}
),

country_mentions as (
    select
        words.article_id,
        words.sentence_id,
        country_words.country_code,
        count(*) as mention_count
    from words
    inner join country_words on words.word = country_words.word
    group by words.article_id, words.sentence_id, country_words.country_code
)

select * from country_mentions
