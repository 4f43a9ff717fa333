-- One row per article and death toll above 0 that it is labelled with: is the toll among the article's killed figures,
-- and is it the lead figure? An article that was never loaded stays, and counts as failed.

with labelled_tolls as (
    select * from {{ source('raw', 'labelled_tolls') }}
    where toll > 0
),

current_articles as (
    select * from {{ ref('eval_current_articles') }}
),

killed_figures as (
    select * from {{ ref('fct_casualty_figures') }}
    where outcome = 'killed'
),

compared as (
    select
        {{ content_id(['labelled_tolls.label_file', 'labelled_tolls.external_id', 'labelled_tolls.toll']) }}
            as labelled_toll_id,
        labelled_tolls.label_file,
        labelled_tolls.external_id,
        current_articles.article_id,
        current_articles.title,
        labelled_tolls.toll,
        max(case when killed_figures.is_lead_figure then killed_figures.value end) as lead_value,
        max(case when killed_figures.value = labelled_tolls.toll then 1 else 0 end) = 1 as is_toll_among_figures,
        max(
            case when killed_figures.value = labelled_tolls.toll and killed_figures.is_lead_figure then 1 else 0 end
        ) = 1 as is_toll_lead_figure,
        {{ dbt.listagg(
            'killed_figures.original_value', "'; '", 'order by killed_figures.start_offset, killed_figures.claim_id'
        ) }} as killed_figures
    from labelled_tolls
    left join current_articles on labelled_tolls.external_id = current_articles.external_id
    left join killed_figures on current_articles.article_id = killed_figures.article_id
    group by
        labelled_tolls.label_file,
        labelled_tolls.external_id,
        current_articles.article_id,
        current_articles.title,
        labelled_tolls.toll
)

select * from compared
