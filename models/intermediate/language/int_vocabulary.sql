{{ config(unique_key='token') }}
-- Grain: one distinct token of the corpus, with the class it has when it stands alone.

with

tokens as (
    select distinct token from {{ ref('int_tokens') }}
),

terms as (
    select * from {{ ref('int_terms') }}
    where token_count = 1
),

word_classes as (
    select * from {{ ref('word_classes') }}
),

shapes as (
    select
        token,
        {{ plain_apostrophes('token') }} as exact_key,
        lower({{ plain_apostrophes('token') }}) as lower_key,
        case
            when {{ matches('token', '^(?:19|20)[0-9][0-9]\\z') }} then 'year'
            when {{ matches('token', '^[0-9][0-9.,]*\\z') }} then 'digits'
            when {{ matches('token', text_pattern('ordinal_in_digits')) }} then 'ordinal'
            when {{ matches('token', '^\\p{Lu}') }} then 'name'
            when {{ matches('token', '^[a-z]{3,}ly\\z') }} then 'adverb'
            when {{ matches('token', '^[\\p{L}\\p{M}\\p{N}_]') }} then 'word'
            else 'other'
        end as shape
    from tokens
),

vocabulary as (
    select
        shapes.token,
        coalesce(exact_terms.word_class, lower_terms.word_class, shapes.shape) as word_class,
        coalesce(exact_terms.symbol, lower_terms.symbol, word_classes.symbol) as symbol,
        case
            when exact_terms.term_key is not null then exact_terms.meaning
            else lower_terms.meaning
        end as meaning,
        exact_terms.entity_id
    from shapes
    left join terms as exact_terms
        on shapes.exact_key = exact_terms.term_key and exact_terms.is_exact
    left join terms as lower_terms
        on shapes.lower_key = lower_terms.term_key and not lower_terms.is_exact
    left join word_classes on shapes.shape = word_classes.word_class
)

select * from vocabulary
