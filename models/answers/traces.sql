-- Grain: one claim of any kind, walked back in words: whose it is, the paragraphs that it rests on with the evidence
-- marked, what contradicts it, and the bytes that it came from.

with

claims as (
    select * from {{ ref('claims') }}
),

passages as (
    select * from {{ ref('passages') }}
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

neighbours as (
    select
        *,
        lag(paragraph_index) over in_order as paragraph_before,
        coalesce(lag(is_claim) over in_order, false) as is_claim_before,
        coalesce(lead(is_claim) over in_order, false) as is_claim_behind
    from passages
    window in_order as (
        partition by claim_id
        order by passage_index
    )
),

-- Long context is cut in its middle: some articles are one single paragraph.
marked as (
    select
        claim_id,
        passage_index,
        case when paragraph_before != paragraph_index then chr(10) || chr(10) else '' end
        || case when is_claim and not is_claim_before then '«' else '' end
        || case
            when evidence_roles is not null then '[' || evidence_roles || ': ' || exact || ']'
            when not is_claim and length(exact) > 500 then left(exact, 240) || ' [...] ' || right(exact, 240)
            else exact
        end
        || case when is_claim and not is_claim_behind then '»' else '' end as words
    from neighbours
),

quotations as (
    select
        claim_id,
        {{ joined_in_order('words', 'passage_index') }} as quotation
    from marked
    group by claim_id
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
