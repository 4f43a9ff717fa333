-- Grain: one sentence of an article's title, captions, body or boilerplate. (Datelines hold none.)

with

sentence_starts as (
    select * from {{ ref('stg_sentence_starts') }}
),

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
),

article_languages as (
    select * from {{ ref('stg_article_languages') }}
),

numbered as (
    select
        *,
        sum(case when starts_sentence then 1 else 0 end) over (
            partition by paragraph_id
            order by piece_index
            rows between unbounded preceding and current row
        ) as sentence_number
    from sentence_starts
),

spans as (
    select
        paragraph_id,
        sentence_number,
        min(start_offset) as start_offset,
        max(start_offset + length(text)) as end_offset
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
        {{ trim_spaces('substring(
            paragraphs.text,
            spans.start_offset - paragraphs.start_offset + 1,
            spans.end_offset - spans.start_offset
        )') }} as text
    from spans
    inner join paragraphs on spans.paragraph_id = paragraphs.paragraph_id
),

identified as (
    select
        *,
        {{ content_id(['article_id', 'evidence_field', 'start_offset', 'start_offset + length(text)']) }} as sentence_id
    from texts
),

known_phrases as (
    {{ boilerplate_matches('identified', 'sentence_id') | indent(4) }}
),

-- Boilerplate inside a paragraph, such as "Read also" at the end of a text that lost its line breaks.
inline_boilerplate as (
    select distinct sentence_id from known_phrases
    where role = 'boilerplate'
),

candidates as (
    select
        identified.*,
        article_languages.language = 'en'
        and (
            identified.paragraph_role = 'title'
            or (identified.paragraph_role in ('caption', 'body') and inline_boilerplate.sentence_id is null)
        ) as is_candidate
    from identified
    inner join article_languages on identified.article_id = article_languages.article_id
    left join inline_boilerplate on identified.sentence_id = inline_boilerplate.sentence_id
),

sentences as (
    select
        sentence_id,
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
        -- a headline or caption that the page repeats counts once
        is_candidate and row_number() over (
            partition by article_id, is_candidate, {{ replace_all('text', '[.\\s]+\\z', '') }}
            order by paragraph_index, start_offset
        ) = 1 as can_hold_facts
    from candidates
)

select * from sentences
