-- One row per fact that the warehouse found in an annotated article, for each gold file that annotates the article.
-- The columns that the slots are read from are kept as one JSON object, as the annotation is.

with articles as (
    select * from {{ ref('eval_articles') }}
),

places as (
    select * from {{ ref('dim_places') }}
),

published as (
    select
        article_id,
        cast(published_date as date) as published_date
    from {{ ref('dim_articles') }}
),

-- "Since May 3" and "in the past week" reach up to the article: the guide has a period for them and no date.
casualty_figures as (
    select
        figures.*,
        places.name as place_name,
        {{ stated_date(
            'figures.event_date', 'figures.date_precision',
            'case when published.article_id is null then figures.date_earliest end', 'figures.date_latest'
        ) }} as stated_date
    from {{ ref('fct_casualty_figures') }} as figures
    left join places on figures.place_id = places.place_id
    left join published
        on
            figures.article_id = published.article_id
            and figures.date_latest = published.published_date
            and figures.date_precision = 'range'
),

meeting_reports as (
    select
        reports.*,
        places.name as place_name,
        {{ stated_date(
            'reports.meeting_date', 'reports.date_precision', 'reports.date_earliest', 'reports.date_latest'
        ) }} as stated_date
    from {{ ref('fct_meeting_reports') }} as reports
    left join places on reports.place_id = places.place_id
),

control_claims as (
    select
        claims.*,
        places.name as place_name,
        {{ stated_date('claims.as_of_date', 'claims.date_precision', 'null', 'null') }} as stated_date
    from {{ ref('fct_control_claims') }} as claims
    left join places on claims.place_id = places.place_id
),

facts as (
    {%- for fact_type, relation in [
        ('casualty', 'casualty_figures'), ('meeting', 'meeting_reports'), ('control', 'control_claims')
    ] %}
        select
            '{{ fact_type }}' as fact_type,
            claim_id,
            article_id,
            rule_id,
            evidence_field,
            exact,
            start_offset,
            end_offset,
            {{ json_row(relation) }} as record
        from {{ relation }}
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

in_annotated_articles as (
    select
        {{ content_id(['articles.gold_file', 'facts.claim_id']) }} as prediction_id,
        articles.annotated_article_id,
        articles.gold_file,
        articles.external_id,
        facts.fact_type,
        facts.claim_id,
        facts.rule_id,
        facts.evidence_field,
        facts.exact,
        facts.start_offset,
        facts.end_offset,
        facts.record
    from facts
    inner join articles on facts.article_id = articles.article_id
)

select * from in_annotated_articles
