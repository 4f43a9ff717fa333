-- Grain: one word of a sentence: a token, or a phrase of several tokens that counts as one.

with

tokens as (
    select * from {{ ref('int_tokens') }}
),

-- Read a second time: a relation that two joins share would be copied to memory first.
further_tokens as (
    select
        sentence_id,
        token_index
    from {{ ref('int_tokens') }}
),

phrases as (
    select * from {{ ref('int_phrases') }}
),

vocabulary as (
    select * from {{ ref('int_vocabulary') }}
),

covered as (
    select
        phrases.sentence_id,
        phrases.token_index as phrase_index,
        further_tokens.token_index
    from phrases
    inner join further_tokens
        on
            phrases.sentence_id = further_tokens.sentence_id
            and phrases.token_index < further_tokens.token_index
            and phrases.token_index + phrases.token_count > further_tokens.token_index
),

words as (
    select
        tokens.sentence_id,
        tokens.article_id,
        tokens.token_index,
        coalesce(phrases.token_count, 1) as token_count,
        coalesce(phrases.word_class, vocabulary.word_class) as word_class,
        coalesce(phrases.symbol, vocabulary.symbol) as symbol,
        case when phrases.sentence_id is null then vocabulary.meaning else phrases.meaning end as meaning,
        case when phrases.sentence_id is null then vocabulary.entity_id else phrases.entity_id end as entity_id,
        tokens.token
    from tokens
    inner join vocabulary on tokens.token = vocabulary.token
    left join phrases on tokens.sentence_id = phrases.sentence_id and tokens.token_index = phrases.token_index
    left join covered on tokens.sentence_id = covered.sentence_id and tokens.token_index = covered.token_index
    where covered.sentence_id is null
)

select * from words
