{{ config(materialized='view') }}
-- Grain: one part of a line that plays a role of its own: the label, date, repeated title and dateline that the line
-- opens with, and the rest.

with

line_openings as (
    select
        *,
        length(text) as line_length
    from {{ ref('stg_line_openings') }}
),

part_names as (
    select 'caption_label' as part
    union all
    select 'other_label' as part
    union all
    select 'date' as part
    union all
    select 'title' as part
    union all
    select 'second_date' as part
    union all
    select 'dateline' as part
    union all
    select 'rest' as part
),

bounded as (
    select
        line_openings.*,
        part_names.part,
        case part_names.part
            when 'caption_label' then 0
            when 'other_label' then line_openings.caption_label_end
            when 'date' then line_openings.label_end
            when 'title' then line_openings.date_end
            when 'second_date' then line_openings.title_end
            when 'dateline' then line_openings.second_date_end
            when 'rest' then line_openings.dateline_end
        end as part_start,
        case part_names.part
            when 'caption_label' then line_openings.caption_label_end
            when 'other_label' then line_openings.label_end
            when 'date' then line_openings.date_end
            when 'title' then line_openings.title_end
            when 'second_date' then line_openings.second_date_end
            when 'dateline' then line_openings.dateline_end
            when 'rest' then line_openings.line_length
        end as part_end
    from line_openings
    cross join part_names
),

trimmed as (
    select
        *,
        {{ trim_spaces('substring(text, part_start + 1, part_end - part_start)') }} as part_text
    from bounded
    where part_end > part_start
),

line_parts as (
    select
        article_id,
        evidence_field,
        line_index,
        part,
        part_text as text,
        cast(start_offset + part_start as integer) as start_offset,
        cast(start_offset + part_start + length(part_text) as integer) as end_offset,
        caption_label_end > 0 as has_caption_label
    from trimmed
    where part_text != ''
)

select * from line_parts
