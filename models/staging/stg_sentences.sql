-- Grain: one sentence of an article's title, dateline, caption, body or boilerplate.

with

pieces as (
    select * from {{ ref('stg_sentence_pieces') }}
),

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
),

abbreviations as (
    select * from {{ ref('abbreviations') }}
),

function_words as (
    select word from {{ ref('language_words') }}
    where language = 'en'
),

neighbours as (
    select
        *,
        lag(piece) over (partition by paragraph_id order by piece_index) as piece_before
    from pieces
),

edges as (
    select
        paragraph_id,
        piece_index,
        piece,
        start_offset,
        regexp_extract(piece_before, '([\p{L}\p{N}.]*)\.["”’»)\]'']*[\s\p{Z}]*\z', 1) as word_before,
        regexp_matches(piece_before, '\.["”’»)\]'']*[\s\p{Z}]*\z') as full_stop_before,
        regexp_extract(piece, '^["“‘«(\['']*([\p{L}\p{N}.]+)', 1) as word_after
    from neighbours
),

boundaries as (
    select
        edges.*,
        case
            when edges.piece_index = 0 then 1
            when regexp_matches(edges.word_after, '^[.\p{Ll}]') and not regexp_matches(edges.piece, '^["“‘«(\['']*[ae][a-z]{1,2}-\p{Lu}') then 0
            when not edges.full_stop_before then 1
            when abbreviations.kind = 'before_name' then 0
            when abbreviations.kind = 'before_number' and regexp_matches(edges.word_after, '^[0-9]') then 0
            when
                abbreviations.kind = 'may_end_sentence'
                or regexp_matches(edges.word_before, '^(?:\p{L}\.)*\p{L}\z')
                then case when function_words.word is not null and regexp_matches(edges.word_after, '^\p{Lu}') then 1 else 0 end
            else 1
        end as starts_sentence
    from edges
    left join abbreviations on edges.word_before = abbreviations.abbreviation
    left join function_words on lower(edges.word_after) = function_words.word
),

numbered as (
    select
        *,
        sum(starts_sentence) over (
            partition by paragraph_id
            order by piece_index
            rows between unbounded preceding and current row
        ) as sentence_number
    from boundaries
),

spans as (
    select
        paragraph_id,
        sentence_number,
        min(start_offset) as start_offset,
        max(start_offset + length(piece)) as end_offset
    from numbered
    group by paragraph_id, sentence_number
),

texts as (
    select
        paragraphs.article_id,
        paragraphs.paragraph_id,
        paragraphs.paragraph_index,
        paragraphs.role as paragraph_role,
        paragraphs.evidence_field,
        spans.start_offset,
        regexp_extract(
            substring(
                paragraphs.text,
                spans.start_offset - paragraphs.start_offset + 1,
                spans.end_offset - spans.start_offset
            ),
            '^(.*[^\s\p{Z}])[\s\p{Z}]*\z', 1
        ) as text
    from spans
    inner join paragraphs on spans.paragraph_id = paragraphs.paragraph_id
    where paragraphs.role != 'dateline'
),

sentences as (
    select
        {{ content_id(['article_id', 'evidence_field', 'start_offset', 'start_offset + length(text)']) }} as sentence_id,
        article_id,
        paragraph_id,
        paragraph_role,
        evidence_field,
        cast(row_number() over (
            partition by article_id
            order by paragraph_index, start_offset
        ) - 1 as integer) as sentence_index,
        text,
        start_offset,
        cast(start_offset + length(text) as integer) as end_offset,
        paragraph_role in ('title', 'caption', 'body')
        and row_number() over (
            partition by article_id, text
            order by paragraph_index, start_offset
        ) = 1 as can_hold_facts
    from texts
)

select * from sentences
