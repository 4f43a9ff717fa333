-- Grain: one claim of any kind, walked back to the bytes that were loaded.
-- From the claims of each article, not from the facts, which say with what claims of other articles they belong.

with

claims as (
    {%- for claim_type, claims in {
        'casualty': 'int_casualty_claims', 'control': 'fct_control_claims', 'meeting': 'int_meeting_claims'
    }.items() %}
        select
            claim_id,
            '{{ claim_type }}' as claim_type,
            rule_id,
            sentence_id,
            article_id
        from {{ ref(claims) }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

documents as (
    select * from {{ source('raw', 'documents') }}
),

loads as (
    select * from {{ source('raw', 'loads') }}
),

-- Left joins, so that a broken chain stops the build instead of hiding the claim.
lineage as (
    select
        claims.claim_id,
        claims.claim_type,
        claims.rule_id,
        claims.sentence_id,
        claims.article_id,
        documents.document_id,
        documents.source_uri,
        documents.position,
        documents.content_hash,
        loads.load_id,
        loads.loader,
        loads.started_at as loaded_at
    from claims
    left join articles on claims.article_id = articles.article_id
    left join documents on articles.document_id = documents.document_id
    left join loads on documents.load_id = loads.load_id
)

select * from lineage
