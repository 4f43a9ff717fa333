-- Grain: one part of a line that plays a role of its own: the label, date, repeated title and dateline that the line
-- opens with, and the rest.

{%- set parts = [
    ('caption_label', '0', 'caption_label_end'),
    ('other_label', 'caption_label_end', 'label_end'),
    ('date', 'label_end', 'date_end'),
    ('title', 'date_end', 'title_end'),
    ('date', 'title_end', 'second_date_end'),
    ('dateline', 'second_date_end', 'dateline_end'),
    ('rest', 'dateline_end', 'length(text)'),
] %}

with

line_openings as (
    select * from {{ ref('stg_line_openings') }}
),

parts as (
    {%- for part, part_start, part_end in parts %}
    select
        article_id,
        evidence_field,
        line_index,
        '{{ part }}' as part,
        caption_label_end > 0 as has_caption_label,
        {{ trim_spaces('substring(text, ' ~ part_start ~ ' + 1, ' ~ part_end ~ ' - (' ~ part_start ~ '))') }} as text,
        start_offset + {{ part_start }} as start_offset
    from line_openings
    where {{ part_end }} > {{ part_start }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

line_parts as (
    select
        article_id,
        evidence_field,
        line_index,
        part,
        has_caption_label,
        text,
        cast(start_offset as integer) as start_offset,
        cast(start_offset + length(text) as integer) as end_offset
    from parts
    where text != ''
)

select * from line_parts
