-- Grain: one casualty figure as one article states it, with where the number comes from: who stated it first, and
-- through whom it came here.

with

figures as (
    select * from {{ ref('fct_casualty_figures') }}
    where value is not null
),

articles as (
    select * from {{ ref('dim_articles') }}
),

publication_order as (
    select
        article_id,
        published_at
    from {{ ref('int_publication_order') }}
),

-- The same number for the same thing: for one incident, or for the same stretch of the same war in the same place.
stated as (
    select
        figures.*,
        {{ content_id([
            "coalesce(figures.incident_id, figures.scope || coalesce(figures.place_id, ''))", 'figures.outcome',
            'figures.value'
        ]) }} as figure_id,
        articles.publisher_name,
        articles.published_date,
        publication_order.published_at,
        articles.duplicate_of_article_id is not null as is_copy,
        coalesce(figures.attributed_to, articles.publisher_name) as said_by,
        coalesce(
            figures.attributed_to_id,
            {{ compared_words('figures.attributed_to') }},
            articles.publisher_id,
            articles.publisher_name,
            figures.article_id
        ) as source
    from figures
    inner join articles on figures.article_id = articles.article_id
    inner join publication_order on figures.article_id = publication_order.article_id
    where articles.is_latest_version
),

ordered as (
    select
        *,
        row_number() over in_time as statement_number,
        first_value(claim_id) over in_time as first_claim_id,
        first_value(said_by) over in_time as first_said_by,
        first_value(published_date) over in_time as first_published_date,
        row_number() over (
            partition by figure_id, source
            order by published_at nulls last, is_copy, claim_id
        ) as statement_number_of_source
    from stated
    window in_time as (
        partition by figure_id
        order by published_at nulls last, is_copy, claim_id
    )
),

figure_repetitions as (
    select
        claim_id,
        figure_id,
        incident_id,
        article_id,
        outcome,
        value,
        place_id,
        said_by,
        via,
        publisher_name,
        published_date,
        cast(statement_number as integer) as statement_number,
        case
            when statement_number = 1 then 'first'
            when is_copy then 'copy'
            when statement_number_of_source > 1 then 'same_source'
            else 'other_source'
        end as repetition_kind,
        first_claim_id,
        first_said_by,
        first_published_date
    from ordered
)

select * from figure_repetitions
