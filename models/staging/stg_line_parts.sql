-- Grain: one part of a line that plays one role: the date or dateline it starts with, a repeated title, the rest.

with

lines as (
    select * from {{ ref('stg_lines') }}
),

articles as (
    select
        article_id,
        title
    from {{ ref('stg_articles') }}
),

first_lines as (
    select
        lines.*,
        articles.title,
        lines.evidence_field = 'text'
        and row_number() over (
            partition by lines.article_id, lines.evidence_field
            order by lines.start_offset
        ) = 1 as is_first_line_of_text
    from lines
    inner join articles on lines.article_id = articles.article_id
),

dated as (
    select
        *,
        case when evidence_field = 'text' then length(regexp_extract(text, '{{ leading_date_pattern() }}', 0)) else 0 end
            as date_length
    from first_lines
),

titled as (
    select
        *,
        case
            when is_first_line_of_text and date_length + length(title) < length(text)
                and substring(text, date_length + 1, length(title)) = title
                then length(title) + length(
                    regexp_extract(substring(text, date_length + length(title) + 1, 5), '^[.\s\p{Z}]*', 0)
                )
            else 0
        end as title_length
    from dated
),

datelined as (
    select
        *,
        case
            when evidence_field = 'text' then
                length(regexp_extract(
                    substring(text, date_length + title_length + 1, 100), '{{ dateline_pattern() }}', 0
                ))
            else 0
        end as dateline_length
    from titled
),

parts as (
    select
        article_id,
        evidence_field,
        'date' as part,
        start_offset as part_start,
        start_offset + date_length as part_end
    from datelined

    union all

    select
        article_id,
        evidence_field,
        'title' as part,
        start_offset + date_length as part_start,
        start_offset + date_length + title_length as part_end
    from datelined

    union all

    select
        article_id,
        evidence_field,
        'dateline' as part,
        start_offset + date_length + title_length as part_start,
        start_offset + date_length + title_length + dateline_length as part_end
    from datelined

    union all

    select
        article_id,
        evidence_field,
        'rest' as part,
        start_offset + date_length + title_length + dateline_length as part_start,
        end_offset as part_end
    from datelined
),

texts as (
    select
        parts.*,
        substring(lines.text, parts.part_start - lines.start_offset + 1, parts.part_end - parts.part_start) as part_text
    from parts
    inner join lines
        on
            parts.article_id = lines.article_id
            and parts.evidence_field = lines.evidence_field
            and parts.part_start >= lines.start_offset
            and parts.part_end <= lines.end_offset
    where parts.part_end > parts.part_start
)

select
    article_id,
    evidence_field,
    part,
    rtrim(part_text) as text,
    cast(part_start as integer) as start_offset,
    cast(part_start + length(rtrim(part_text)) as integer) as end_offset
from texts
