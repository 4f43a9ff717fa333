-- Grain: one mention of a place in a sentence with a preposition before it or in its words, with what they make of it.

with

places as (
    select
        sentence_id,
        token_index,
        token_count
    from {{ ref('int_named_places') }}
),

prepositions as (
    select
        sentence_id,
        token_index,
        token_index + token_count as next_index,
        coalesce(meaning = 'beside', false) as is_beside,
        coalesce(meaning = 'all_over', false) as is_all_over
    from {{ ref('int_words') }}
    where word_class = 'in'
),

-- "Near", "north of": what follows is not where it happened, but close to it. "A checkpoint in Nawfiliya" says itself
-- that something happened in a place.
place_prepositions as (
    select
        places.sentence_id,
        places.token_index,
        bool_or(prepositions.is_beside and prepositions.next_index <= places.token_index) as is_beside,
        bool_or(prepositions.is_all_over and prepositions.next_index = places.token_index) as is_all_over,
        bool_or(prepositions.token_index > places.token_index) as is_inside
    from places
    inner join prepositions
        on
            places.sentence_id = prepositions.sentence_id
            and prepositions.token_index between places.token_index - 5 and places.token_index + places.token_count - 1
            and prepositions.next_index >= places.token_index - 2
    group by places.sentence_id, places.token_index
)

select * from place_prepositions
