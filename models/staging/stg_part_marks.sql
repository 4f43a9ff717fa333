{{ config(materialized='view') }}
-- Grain: one part of a line, with what marks it as boilerplate or caption: the phrases of the seed, or its shape.

{%- set credit -%}
    (?:[Pp]hoto(?:graph|s)?|[Pp]icture|Image)(?: by| credit)?: [^.]{2,80}[)]?\z|
    {#- -#}
    [(](?:[^()]*[^\p{L}()])?[Pp]hoto(?:[^\p{L}()][^()]*)?[)]\z|
    {#- -#}
    (?:REUTERS|AFP|AP|EPA|Getty(?: Images)?)/[^.]{2,60}\z|[|] ?(?:AP|AFP|EPA|Getty|Reuters)(?:[^\p{L}.|][^.|]{0,30})?\z
{%- endset %}
{%- set counted = '(?:views?|comments?|shares?|likes?|followers?|retweets?|min(?:ute)?s? read)' %}
{%- set counter = '^[0-9][0-9.,]*[kKmM]? ' ~ counted ~ '\\z' %}
{%- set slideshow = '^Slideshow [(][0-9]+ Images?[)]\\z' %}
{%- set updated = '^[\\[(]?(?:[Ll]ast )?[Uu]pdated(?: at| on)?:? [0-9][0-9:.]{2,8}[^!?]{0,12}\\z' %}
{%- set money = '(?:[$€£] ?[0-9][0-9.,]*|[0-9][0-9.,]* ?[$€£])' %}
{%- set money_counter = '^[^.!?]{0,30}' ~ money ~ '(?: (?:raised|donated|of|out of|goal|from|by)[^.!?]{0,40})?\\z' %}
{%- set byline = '^(?:By|BY) \\p{Lu}[^.,!?:;0-9]{2,60}\\z' %}
{%- set breadcrumb = '^[^.!?]{1,40} (?:>|»|›|→) [^.!?]{1,80}\\z' %}
{%- set bracketed = '^\\[[^\\[\\]]{1,30}\\]\\z' %}
{%- set size_name = '^[A-Z]{2}\\z' %}
{%- set boilerplate_shape = [
    counter, slideshow, updated, money_counter, byline, breadcrumb, bracketed, size_name,
] | join('|') %}

with

line_parts as (
    select
        *,
        {{ content_id(['article_id', 'evidence_field', 'start_offset', 'end_offset']) }} as paragraph_id
    from {{ ref('stg_line_parts') }}
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

neighbours as (
    select
        *,
        lag(text) over (
            partition by article_id, evidence_field
            order by start_offset
        ) as text_before,
        lead(text) over (
            partition by article_id, evidence_field
            order by start_offset
        ) as text_after
    from line_parts
),

part_marks as (
    select
        neighbours.article_id,
        neighbours.paragraph_id,
        neighbours.evidence_field,
        neighbours.part,
        neighbours.text,
        neighbours.start_offset,
        neighbours.end_offset,
        coalesce(phrase_marks.is_boilerplate, 0) = 1
        or neighbours.part in ('caption_label', 'other_label')
        or not {{ matches('neighbours.text', '\\p{L}\\p{L}') }}
        or {{ matches('left(neighbours.text, 200)', boilerplate_shape) }} as is_boilerplate,
        neighbours.has_caption_label
        or coalesce(phrase_marks.is_caption, 0) = 1
        or {{ matches('right(neighbours.text, 120)', credit) }}
        -- a picture's alternative text and its caption stand one after the other
        or (
            length(neighbours.text) > 20
            and coalesce(neighbours.text in (neighbours.text_before, neighbours.text_after), false)
        ) as is_caption,
        coalesce(phrase_marks.ends_article, 0) = 1 as ends_article
    from neighbours
    left join phrase_marks on neighbours.paragraph_id = phrase_marks.paragraph_id
)

select * from part_marks
