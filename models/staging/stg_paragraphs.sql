-- Grain: one paragraph, or one part of it that plays a role of its own, of an article's title or text.

with

parts as (
    select * from {{ ref('stg_line_parts') }}
),

boilerplate as (
    select * from {{ ref('boilerplate') }}
),

articles as (
    select
        article_id,
        title,
        length(text) as text_length
    from {{ ref('stg_articles') }}
),

-- A phrase of the seed is a whole line, or the first words of one: then the first word joins and the rest is compared.
phrase_matches as (
    select
        parts.article_id,
        parts.evidence_field,
        parts.start_offset,
        max(case when boilerplate.ends_article then 1 else 0 end) = 1 as ends_article
    from parts
    inner join boilerplate
        on
            split_part(lower(parts.text), ' ', 1) = split_part(boilerplate.phrase, ' ', 1)
            and case
                when boilerplate.matches = 'line' then lower(parts.text) = boilerplate.phrase
                else left(lower(parts.text), length(boilerplate.phrase)) = boilerplate.phrase
            end
    group by all
),

marked as (
    select
        parts.*,
        articles.title,
        phrase_matches.article_id is not null
        or not regexp_matches(parts.text, '\p{L}\p{L}')
        or regexp_matches(parts.text, '^[A-Z]{2}$') as is_boilerplate,
        max(case when phrase_matches.ends_article and parts.start_offset * 2 > articles.text_length then 1 else 0 end) over (
            partition by parts.article_id, parts.evidence_field
            order by parts.start_offset
            rows between unbounded preceding and current row
        ) = 1 as is_after_end
    from parts
    inner join articles on parts.article_id = articles.article_id
    left join phrase_matches
        on
            parts.article_id = phrase_matches.article_id
            and parts.evidence_field = phrase_matches.evidence_field
            and parts.start_offset = phrase_matches.start_offset
),

ranked as (
    select
        *,
        row_number() over (
            partition by article_id, evidence_field, is_boilerplate or part = 'date'
            order by start_offset
        ) as rank_among_real,
        row_number() over (
            partition by article_id
            order by evidence_field desc, start_offset
        ) - 1 as paragraph_index
    from marked
),

titles as (
    select
        *,
        coalesce(title, max(case when rank_among_real = 1 and evidence_field = 'text' and not is_boilerplate and part != 'date' then text end)
            over (partition by article_id)) as effective_title
    from ranked
),

roles as (
    select
        {{ content_id(['article_id', 'evidence_field', 'start_offset', 'end_offset']) }} as paragraph_id,
        article_id,
        evidence_field,
        cast(paragraph_index as integer) as paragraph_index,
        case
            when evidence_field = 'title' then 'title'
            when is_after_end then 'boilerplate'
            when part in ('date', 'dateline') then 'dateline'
            when is_boilerplate then 'boilerplate'
            when part = 'title' or text = effective_title then 'title'
            when regexp_matches(text, '(?:\([Ff]ile [Pp]hoto[^()]*\)|^A file photo of .*)\z') then 'caption'
            else 'body'
        end as role,
        text,
        start_offset,
        end_offset
    from titles
)

select * from roles
