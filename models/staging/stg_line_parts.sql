{{ config(materialized='view') }}
-- Grain: one part of a line that plays a role of its own: the label, date, repeated title and dateline that the line
-- opens with, and the rest.

{%- set parts = [
    ('caption_label', '0', 'caption_label_end'),
    ('other_label', 'caption_label_end', 'label_end'),
    ('date', 'label_end', 'date_end'),
    ('title', 'date_end', 'title_end'),
    ('date', 'title_end', 'second_date_end'),
    ('dateline', 'second_date_end', 'dateline_end'),
    ('rest', 'dateline_end', 'line_length'),
] %}

with

line_openings as (
    select
        *,
        length(text) as line_length
    from {{ ref('stg_line_openings') }}
),

part_numbers as (
    select
        part_number,
        part
    from (
        values
        {% for part in parts -%}
        ({{ loop.index }}, '{{ part[0] }}'){{ ',' if not loop.last }}
        {% endfor -%}
    ) as numbered (part_number, part)
),

bounded as (
    select
        line_openings.*,
        part_numbers.part,
        case part_numbers.part_number
            {% for part in parts -%}
            when {{ loop.index }} then {{ part[1] }}
            {% endfor -%}
        end as part_start,
        case part_numbers.part_number
            {% for part in parts -%}
            when {{ loop.index }} then {{ part[2] }}
            {% endfor -%}
        end as part_end
    from line_openings
    cross join part_numbers
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
        caption_label_end > 0 as has_caption_label,
        part_text as text,
        cast(start_offset + part_start as integer) as start_offset,
        cast(start_offset + part_start + length(part_text) as integer) as end_offset
    from trimmed
    where part_text != ''
)

select * from line_parts
