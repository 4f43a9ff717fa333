-- How well the text alone tells when an article was published, over the articles whose metadata say it.
-- Build with every date hidden, then run the query; afterwards build again without the variable:
--     dbt run --select +int_document_dates --vars 'date_every_article_from_text: true'
--     dbt show --select document_date_accuracy --limit 50
-- share_right: the true day lies between the first and the last day found. median_span_days: how far these are apart.

with

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

articles as (
    select
        article_id,
        cast(published_at as date) as true_date
    from {{ ref('stg_articles') }}
    where published_at is not null
),

accuracy as (
    select
        document_dates.published_date_method,
        document_dates.published_date_precision,
        count(*) as article_count,
        round(avg(case
            when
                articles.true_date >= coalesce(document_dates.published_date_earliest, articles.true_date)
                and articles.true_date <= document_dates.published_date_latest
                then 1.0
            else 0.0
        end), 3) as share_right,
        median({{ date_difference(
            'document_dates.published_date_latest', 'document_dates.published_date_earliest'
        ) }}) as median_span_days
    from document_dates
    inner join articles on document_dates.article_id = articles.article_id
    group by document_dates.published_date_method, document_dates.published_date_precision
)

select * from accuracy
order by article_count desc
