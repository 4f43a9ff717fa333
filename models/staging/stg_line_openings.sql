{{ config(materialized='view') }}
-- Grain: one line of an article's title or text, with the places where the parts end that it opens with. The parts come
-- in a fixed order (label, date, the article's title once more, a second date, dateline); a missing part is empty.

{%- set patterns = opening_patterns() %}
{%- set letters_and_digits = '[\\p{L}\\p{N}]+' %}
{%- set other_marks = '[^\\p{L}\\p{N}]+' %}
{%- set word_with_marks = '[^\\p{L}\\p{N}]*' ~ letters_and_digits ~ '[^\\p{L}\\p{N}"“‘(]*' %}
{%- set starts_sentence = '^["“‘\\x27(\\[]?[\\p{Lu}\\p{N}]' %}

with

lines as (
    select * from {{ ref('stg_lines') }}
),

articles as (
    select
        article_id,
        {{ replace_all('lower(title)', other_marks, '') }} as title_letters,
        {{ list_length(extract_all('title', letters_and_digits)) }} as title_words
    from {{ ref('stg_articles') }}
),

openings as (
    select
        lines.*,
        articles.title_letters,
        left(lines.text, 400) as opening,
        lines.evidence_field = 'text' as is_text,
        -- only the first lines can hold the article's date or repeat its title
        lines.evidence_field = 'text' and lines.line_index < 12 as is_near_top,
        case when articles.title_words between 4 and 60 then articles.title_words end as title_words
    from lines
    inner join articles on lines.article_id = articles.article_id
),

labels as (
    select
        *,
        {{ opening_end(patterns.caption_label, '0', 'is_text') }} as caption_label_end,
        {{ opening_end(patterns.other_label, '0', 'is_text') }} as other_label_end
    from openings
),

dates as (
    select
        *,
        greatest(caption_label_end, other_label_end) as label_end,
        {{ opening_end(patterns.date, 'greatest(caption_label_end, other_label_end)', 'is_near_top') }} as date_end
    from labels
),

-- As many words as the title has; the letters decide, because copies lose commas and apostrophes.
title_candidates as (
    select
        *,
        case
            when
                is_near_top
                and left({{ replace_all('lower(substring(opening, date_end + 1, 30))', other_marks, '') }}, 6)
                = left(title_letters, 6)
                then {{ join_first(extract_all('substring(opening, date_end + 1)', word_with_marks), 'title_words') }}
        end as title_candidate
    from dates
),

titles as (
    select
        *,
        date_end + case
            when
                {{ replace_all('lower(title_candidate)', other_marks, '') }} = title_letters
                and (
                    date_end + length(title_candidate) = length(text)
                    or {{ matches('substring(opening, date_end + length(title_candidate) + 1)', starts_sentence) }}
                )
                then length(title_candidate)
            else 0
        end as title_end
    from title_candidates
),

second_dates as (
    select
        *,
        {{ opening_end(patterns.date_after_title, 'title_end', 'title_end > date_end') }} as second_date_end
    from titles
),

datelines as (
    select
        *,
        {{ opening_end(patterns.dateline, 'second_date_end', 'is_text') }} as dateline_end,
        {{ opening_end(patterns.bare_dateline, 'second_date_end', 'second_date_end > label_end') }} as bare_dateline_end
    from second_dates
),

-- A part that leaves half a sentence behind was none.
line_openings as (
    select
        article_id,
        evidence_field,
        line_index,
        text,
        start_offset,
        end_offset,
        caption_label_end,
        label_end,
        date_end,
        title_end,
        second_date_end,
        case
            when
                dateline_end > second_date_end
                and {{ matches('substring(opening, dateline_end + 1)', starts_sentence) }}
                then dateline_end
            when {{ matches('substring(opening, bare_dateline_end + 1)', '^\\p{Lu}\\p{Ll}') }} then bare_dateline_end
            else second_date_end
        end as dateline_end
    from datelines
)

select * from line_openings
