-- Grain: one span of an article that supports one part of a claim.

with

casualty_evidence as (
    select * from {{ ref('int_casualty_evidence') }}
),

control_evidence as (
    select * from {{ ref('int_control_evidence') }}
),

meeting_evidence as (
    select * from {{ ref('int_meeting_evidence') }}
),

circumstance_evidence as (
    select * from {{ ref('int_circumstance_evidence') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

articles as (
    select * from {{ ref('stg_articles') }}
),

spans as (
    {%- for evidence in ['casualty_evidence', 'control_evidence', 'meeting_evidence', 'circumstance_evidence'] %}
        select
            claim_id,
            evidence_role,
            sentence_id,
            start_offset,
            end_offset
        from {{ evidence }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

-- The words come from the sentence, their surroundings from the article: that both agree is tested, not assumed.
quoted as (
    select
        spans.claim_id,
        spans.evidence_role,
        sentences.article_id,
        spans.sentence_id,
        sentences.evidence_field,
        {{ words_between('spans.start_offset', 'spans.end_offset') }} as exact,
        case when sentences.evidence_field = 'title' then articles.title else articles.text end as field_text,
        spans.start_offset,
        spans.end_offset
    from spans
    inner join sentences on spans.sentence_id = sentences.sentence_id
    inner join articles on sentences.article_id = articles.article_id
),

claim_evidence as (
    select
        claim_id,
        cast(row_number() over (
            partition by claim_id
            order by
                evidence_role = 'claim' desc, evidence_field desc, start_offset asc, end_offset asc, evidence_role asc
        ) as integer) as evidence_index,
        evidence_role,
        article_id,
        sentence_id,
        evidence_field,
        exact,
        substring(field_text, greatest(start_offset - 31, 1), least(start_offset, 32)) as prefix,
        substring(field_text, end_offset + 1, 32) as suffix,
        start_offset,
        end_offset
    from quoted
)

select * from claim_evidence
