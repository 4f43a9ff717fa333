-- One row per article annotated in a gold file, with the article of the warehouse that it is compared with.
-- An annotated article that was never loaded stays, without one: its records count as missed.

with annotated_articles as (
    select * from {{ source('raw', 'annotated_articles') }}
),

current_articles as (
    select * from {{ ref('eval_current_articles') }}
),

joined as (
    select
        {{ content_id(['annotated_articles.gold_file', 'annotated_articles.external_id']) }} as annotated_article_id,
        annotated_articles.gold_file,
        annotated_articles.external_id,
        current_articles.article_id,
        current_articles.published_date,
        current_articles.title,
        current_articles.text
    from annotated_articles
    left join current_articles on annotated_articles.external_id = current_articles.external_id
)

select * from joined
