-- Grain: one paragraph of an article's title or text: a line, or the part of one that plays a role of its own.

{%- set ends_with_photo_credit -%}
    (?:[Pp]hoto(?:graph|s)?|[Pp]icture|Image)(?: by| credit)?: [^.]{2,80}[)]?\z|[(][^()]*\b[Pp]hoto\b[^()]*[)]\z|
    {#- -#}
    (?:REUTERS|AFP|AP|EPA|Getty(?: Images)?)/[^.]{2,60}\z|[|] ?(?:AP|AFP|EPA|Getty|Reuters)\b[^.|]{0,30}\z
{%- endset %}
{%- set counter = '^[0-9][0-9.,]*[kKmM]? (?:views?|comments?|shares?|likes?|followers?|retweets?|min(?:ute)?s? read)\\z' %}
{%- set money_counter = '^[^.!?]{0,30}(?:[$€£] ?[0-9][0-9.,]*|[0-9][0-9.,]* ?[$€£])(?: (?:raised|donated|of|out of|goal|from|by)[^.!?]{0,40})?\\z' %}
{%- set byline = '^(?:By|BY) \\p{Lu}[^.,!?:;0-9]{2,60}\\z' %}
{%- set breadcrumb = '^[^.!?]{1,40} (?:>|»|›|→) [^.!?]{1,80}\\z' %}
{%- set bracketed = '^\\[[^\\[\\]]{1,30}\\]\\z' %}
{%- set size_name = '^[A-Z]{2}\\z' %}

with

line_parts as (
    select
        *,
        {{ content_id(['article_id', 'evidence_field', 'start_offset', 'end_offset']) }} as paragraph_id
    from {{ ref('stg_line_parts') }}
),

articles as (
    select
        article_id,
        title,
        length(text) as text_length
    from {{ ref('stg_articles') }}
),

known_phrases as (
    {{ boilerplate_matches('line_parts', 'paragraph_id', longest=400) | indent(4) }}
),

phrase_marks as (
    select
        paragraph_id,
        max(case when role = 'boilerplate' then 1 else 0 end) as is_boilerplate,
        max(case when role = 'caption' then 1 else 0 end) as is_caption,
        max(case when ends_article then 1 else 0 end) as ends_article
    from known_phrases
    group by paragraph_id
),

marks as (
    select
        line_parts.*,
        articles.title as stated_title,
        coalesce(phrase_marks.is_boilerplate, 0) = 1
        or line_parts.part in ('caption_label', 'other_label')
        or not {{ matches('line_parts.text', '\\p{L}\\p{L}') }}
        or {{ matches('left(line_parts.text, 200)', [counter, money_counter, byline, breadcrumb, bracketed, size_name] | join('|')) }}
            as is_boilerplate,
        line_parts.has_caption_label
        or coalesce(phrase_marks.is_caption, 0) = 1
        or {{ matches('right(line_parts.text, 120)', ends_with_photo_credit) }}
        -- a picture's alternative text and its caption stand one after the other
        or length(line_parts.text) > 20 and (
            line_parts.text = lag(line_parts.text) over (
                partition by line_parts.article_id, line_parts.evidence_field
                order by line_parts.start_offset
            )
            or line_parts.text = lead(line_parts.text) over (
                partition by line_parts.article_id, line_parts.evidence_field
                order by line_parts.start_offset
            )
        ) as is_caption,
        max(case
            when phrase_marks.ends_article = 1 and line_parts.start_offset * 2 > articles.text_length then 1
            else 0
        end) over (
            partition by line_parts.article_id, line_parts.evidence_field
            order by line_parts.start_offset
            rows between unbounded preceding and current row
        ) = 1 as is_after_end
    from line_parts
    inner join articles on line_parts.article_id = articles.article_id
    left join phrase_marks on line_parts.paragraph_id = phrase_marks.paragraph_id
),

-- Without a title in the metadata, the first line that can be one is the title.
title_candidates as (
    select
        *,
        evidence_field = 'text'
        and stated_title is null
        and part = 'rest'
        and not is_boilerplate
        and length(text) <= 250
        and {{ matches('text', '[\\p{L}\\p{N}]+[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]+[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]') }}
            as can_be_title
    from marks
),

titles as (
    select
        *,
        coalesce(stated_title, first_value(case when can_be_title then text end) over (
            partition by article_id
            order by can_be_title desc, start_offset
            rows between unbounded preceding and unbounded following
        )) as title
    from title_candidates
),

paragraphs as (
    select
        paragraph_id,
        article_id,
        evidence_field,
        cast(row_number() over (
            partition by article_id
            order by evidence_field desc, start_offset
        ) - 1 as integer) as paragraph_index,
        case
            when evidence_field = 'title' then 'title'
            when is_after_end then 'boilerplate'
            when part in ('date', 'dateline') then 'dateline'
            when is_boilerplate then 'boilerplate'
            when part = 'title' or text = title then 'title'
            when is_caption then 'caption'
            else 'body'
        end as role,
        text,
        start_offset,
        end_offset
    from titles
)

select * from paragraphs
