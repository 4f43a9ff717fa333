-- Grain: one phrase of the dictionary (two tokens or more) where it stands in a sentence, the longest from its left.

with

tokens as (
    select * from {{ ref('int_tokens') }}
),

terms as (
    select * from {{ ref('int_terms') }}
    where token_count > 1
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

openings as (
    select distinct
        is_exact,
        token_count,
        first_token,
        second_token
    from terms
),

candidates as (
    select
        tokens.sentence_id,
        tokens.token_index,
        openings.token_count,
        openings.is_exact
    from tokens
    inner join openings
        on
            tokens.token = openings.first_token
            and {{ plain_apostrophes('tokens.next_token') }} = openings.second_token
            and openings.is_exact

    union all

    select
        tokens.sentence_id,
        tokens.token_index,
        openings.token_count,
        openings.is_exact
    from tokens
    inner join openings
        on
            lower(tokens.token) = openings.first_token
            and lower({{ plain_apostrophes('tokens.next_token') }}) = openings.second_token
            and not openings.is_exact
),

worded as (
    select
        candidates.*,
        {{ plain_apostrophes(replace_all(
            token_text('candidates.token_index', 'candidates.token_index + candidates.token_count - 1'),
            '[\\s\\p{Z}]+', ' '
        )) }} as wording
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
),

found as (
    select
        worded.sentence_id,
        worded.token_index,
        worded.token_count,
        terms.word_class,
        terms.symbol,
        terms.meaning,
        terms.entity_id
    from worded
    inner join terms
        on
            worded.is_exact = terms.is_exact
            and terms.term_key = case when worded.is_exact then worded.wording else lower(worded.wording) end
    qualify row_number() over (
        partition by worded.sentence_id, worded.token_index
        order by worded.token_count desc, worded.is_exact desc
    ) = 1
),

reaches as (
    select
        *,
        max(token_index + token_count) over (
            partition by sentence_id
            order by token_index
            rows between unbounded preceding and 1 preceding
        ) as reach_before
    from found
),

phrases as (
    select
        sentence_id,
        token_index,
        token_count,
        word_class,
        symbol,
        meaning,
        entity_id
    from reaches
    where coalesce(reach_before, 0) <= token_index
)

select * from phrases
