-- Grain: one claim of any kind, walked back in words: whose it is, the paragraphs that it rests on with the evidence
-- marked, what contradicts it, and the bytes that it came from.

with

claims as (
    select * from {{ ref('claims') }}
),

quotations as (
    select * from {{ ref('quotations') }}
),

disputes as (
    select * from {{ ref('disputes') }}
),

lineage as (
    select * from {{ ref('fct_lineage') }}
),

articles as (
    select * from {{ ref('dim_articles') }}
),

rules as (
    {%- for rule_seed in ['casualty_rules', 'control_rules', 'meeting_rules'] %}
        select
            rule_id,
            reading
        from {{ ref(rule_seed) }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

contradictions as (
    {%- for side, opposite in {'one': 'other', 'other': 'one'}.items() %}
        select
            {{ side }}_claim_id as claim_id,
            {{ opposite }}_summary || ', says ' || coalesce({{ opposite }}_said_by, 'an unknown publisher')
            || ' (' || replace(conflict_kind, '_', ' ') || ', claim ' || {{ opposite }}_claim_id || ')' as contradiction
        from disputes
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

joined_contradictions as (
    select
        claim_id,
        substring({{ joined_in_order("chr(10) || contradiction", 'contradiction') }}, 2) as contradicted_by
    from contradictions
    group by claim_id
),

traces as (
    select
        claims.claim_id,
        claims.claim_type,
        claims.claim_summary,
        claims.said_by,
        claims.attributed_to,
        claims.via,
        claims.event_date,
        claims.date_precision,
        claims.place,
        quotations.quotation,
        joined_contradictions.contradicted_by,
        claims.rule_id,
        rules.reading as rule_reading,
        claims.sentence_id,
        claims.article_id,
        articles.title,
        articles.publisher_name,
        articles.published_date,
        articles.source_url,
        lineage.source_uri,
        lineage.position,
        lineage.document_id,
        lineage.content_hash,
        lineage.load_id,
        lineage.loader,
        lineage.loaded_at
    from claims
    inner join lineage on claims.claim_id = lineage.claim_id
    inner join articles on claims.article_id = articles.article_id
    inner join quotations on claims.claim_id = quotations.claim_id
    inner join rules on claims.rule_id = rules.rule_id
    left join joined_contradictions on claims.claim_id = joined_contradictions.claim_id
)

select * from traces
