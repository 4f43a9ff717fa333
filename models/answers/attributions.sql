-- Grain: one source of one statement: whoever is said to have spoken, or one of the media that passed it on.

with

statements as (
    select * from {{ ref('statements') }}
),

passed_on as (
    select
        statement_id,
        {{ extract_all('via', '[^;]+') }} as media
    from statements
    where via is not null
),

media as (
    {{ unnest_with_position('passed_on', ['statement_id'], 'media', 'medium', 'medium_index') }}
),

sources as (
    select
        statement_id,
        attributed_to as quoted_source,
        'speaks' as quoted_as
    from statements

    union all

    select distinct
        statement_id,
        {{ trim_spaces('medium') }} as quoted_source,
        'passes on' as quoted_as
    from media
),

attributions as (
    select
        sources.statement_id,
        sources.quoted_source,
        sources.quoted_as,
        statements.publisher_name,
        statements.published_date,
        statements.is_denial,
        statements.exact,
        statements.article_id,
        statements.title,
        statements.source_address
    from sources
    inner join statements on sources.statement_id = statements.statement_id
)

select * from attributions
