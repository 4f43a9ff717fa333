{{ config(materialized='view') }}
-- Grain: one piece of a paragraph (see stg_sentence_pieces), with whether a sentence starts with it. What stands before
-- and after the full stop decides: abbreviations and initials do not end a sentence, a small letter does not start one.

{%- set opening_marks = '^["“‘«(\\[\\x27]*' %}
{%- set closing_marks -%} ["”’»)\]\x27]*[\s\p{Z}]*\z {%- endset %}

with

pieces as (
    select * from {{ ref('stg_sentence_pieces') }}
),

abbreviations as (
    select * from {{ ref('abbreviations') }}
),

-- "in the U.S. The president": a function word in a capital letter is the only sure sign of a new sentence there.
function_words as (
    select word from {{ ref('language_words') }}
    where language = 'en'
),

neighbours as (
    select
        *,
        left(text, 40) as opening,
        lag(right(text, 40)) over (
            partition by paragraph_id
            order by piece_index
        ) as ending_before
    from pieces
),

edges as (
    select
        paragraph_id,
        piece_index,
        text,
        start_offset,
        opening,
        ending_before,
        regexp_extract(ending_before, {{ pattern('([\\p{L}\\p{N}\\x27’]*)[.]' ~ closing_marks) }}, 1) as word_before,
        regexp_extract(opening, {{ pattern(opening_marks ~ '([\\p{L}\\p{N}.]+)') }}, 1) as word_after
    from neighbours
),

sentence_starts as (
    select
        edges.paragraph_id,
        edges.piece_index,
        edges.text,
        edges.start_offset,
        case
            when edges.ending_before is null then true
            -- no space after the full stop: "said.The", but "reuters.com" and "U.S.-backed"
            when not {{ matches('edges.ending_before', '[\\s\\p{Z}]\\z') }}
                then
                    {{ matches('edges.ending_before', '\\p{Ll}{3}[.!?]["”]?\\z') }}
                    and {{ matches('edges.opening', '^["“(]?\\p{Lu}[\\p{Ll}\\s]') }}
            -- a small letter goes on, unless it is an Arabic article: "al-Assad"
            when
                {{ matches('edges.word_after', '^[.\\p{Ll}]') }}
                and not {{ matches('edges.opening', opening_marks ~ '[aA]?[a-z]{1,3}-\\p{Lu}') }}
                then false
            when not {{ matches('edges.ending_before', '[.]' ~ closing_marks) }} then true
            -- the number of a list: "1. The army"
            when edges.piece_index = 1 and {{ matches('edges.ending_before', '^[0-9]{1,2}[.]\\s+\\z') }} then false
            when abbreviations.kind = 'before_name' then false
            when abbreviations.kind = 'before_number' then not {{ matches('edges.word_after', '^[0-9]') }}
            -- "U.S.", "a.m.", "Inc.", and the initial of a name
            when abbreviations.kind = 'may_end_sentence' or {{ matches('edges.word_before', '^\\p{L}\\z') }}
                then
                    function_words.word is not null
                    and {{ matches('edges.word_after', '^\\p{Lu}') }}
                    and (length(edges.word_after) > 1 or length(edges.word_before) > 1)
            else true
        end as starts_sentence
    from edges
    left join abbreviations on edges.word_before = abbreviations.abbreviation
    left join function_words on lower(edges.word_after) = function_words.word
)

select * from sentence_starts
