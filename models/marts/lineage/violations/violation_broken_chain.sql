-- Grain: one record of a layer whose origin in the layer before is missing.

{%- set links = [
    (ref('fct_casualty_figures'), 'claim_id', 'claim_id', ref('fct_lineage')),
    (ref('fct_control_claims'), 'claim_id', 'claim_id', ref('fct_lineage')),
    (ref('fct_meeting_reports'), 'claim_id', 'claim_id', ref('fct_lineage')),
    (ref('fct_lineage'), 'claim_id', 'sentence_id', ref('stg_sentences')),
    (ref('bridge_claim_evidence'), 'claim_id', 'sentence_id', ref('stg_sentences')),
    (ref('bridge_claim_evidence'), 'claim_id', 'claim_id', ref('fct_lineage')),
    (ref('stg_sentences'), 'sentence_id', 'article_id', ref('dim_articles')),
    (ref('dim_articles'), 'article_id', 'article_id', source('raw', 'articles')),
    (source('raw', 'articles'), 'article_id', 'document_id', source('raw', 'documents')),
    (source('raw', 'articles'), 'article_id', 'load_id', source('raw', 'loads')),
    (source('raw', 'documents'), 'document_id', 'load_id', source('raw', 'loads')),
    (source('raw', 'rejects'), 'reject_id', 'load_id', source('raw', 'loads')),
] %}

with

violations as (
    {%- for later, record_id, origin_id, earlier in links %}
        select
            records.{{ record_id }} as record_id,
            '{{ later.identifier }} has a {{ origin_id }} that {{ earlier.identifier }} lacks' as problem
        from {{ later }} as records
        left join {{ earlier }} as origins on records.{{ origin_id }} = origins.{{ origin_id }}
        where origins.{{ origin_id }} is null
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
)

select * from violations
