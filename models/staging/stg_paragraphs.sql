-- Grain: one paragraph of an article's title or text: a line, or the part of one that plays a role of its own.

with

part_marks as (
    select * from {{ ref('stg_part_marks') }}
),

articles as (
    select
        article_id,
        title,
        length(text) as text_length
    from {{ ref('stg_articles') }}
),

-- What says that the article is over ("about us") counts in the second half only. Without a title in the metadata, the
-- first line of at least three words that is neither too long nor boilerplate is the title.
placed as (
    select
        part_marks.*,
        articles.title as stated_title,
        part_marks.ends_article and part_marks.start_offset * 2 > articles.text_length as is_end,
        part_marks.evidence_field = 'text'
        and articles.title is null
        and part_marks.part = 'rest'
        and not part_marks.is_boilerplate
        and length(part_marks.text) <= 250
        and {{ matches('part_marks.text', '(?:[\\p{L}\\p{N}]+[^\\p{L}\\p{N}]+){2}[\\p{L}\\p{N}]') }} as can_be_title
    from part_marks
    inner join articles on part_marks.article_id = articles.article_id
),

framed as (
    select
        *,
        max(case when is_end then 1 else 0 end) over (
            partition by article_id, evidence_field
            order by start_offset
            rows between unbounded preceding and current row
        ) = 1 as is_after_end,
        coalesce(stated_title, first_value(case when can_be_title then text end) over (
            partition by article_id
            order by can_be_title desc, start_offset asc
            rows between unbounded preceding and unbounded following
        )) as title
    from placed
),

paragraphs as (
    select
        paragraph_id,
        article_id,
        evidence_field,
        text,
        start_offset,
        end_offset,
        cast(row_number() over (
            partition by article_id
            order by evidence_field desc, start_offset asc
        ) - 1 as integer) as paragraph_index,
        case
            when evidence_field = 'title' then 'title'
            when is_after_end then 'boilerplate'
            when part in ('date', 'second_date', 'dateline') then 'dateline'
            when is_boilerplate then 'boilerplate'
            when part = 'title' or text = title then 'title'
            when is_caption then 'caption'
            else 'body'
        end as role
    from framed
)

select * from paragraphs
