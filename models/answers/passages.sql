-- Grain: a run of words of a paragraph on which a claim rests, cut wherever a span of evidence begins or ends. The runs
-- of a claim, one after the other, are its paragraphs; those with a role are what is to be highlighted. A table, since
-- cutting them takes a while.

{{ config(materialized='table') }}

with

evidence as (
    select * from {{ ref('bridge_claim_evidence') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
),

paragraphs as (
    select * from {{ ref('stg_paragraphs') }}
),

spans as (
    select
        evidence.claim_id,
        sentences.paragraph_id,
        evidence.evidence_role,
        evidence.start_offset,
        evidence.end_offset
    from evidence
    inner join sentences on evidence.sentence_id = sentences.sentence_id
),

claim_paragraphs as (
    select distinct
        claim_id,
        paragraph_id
    from spans
),

in_paragraphs as (
    select
        claim_paragraphs.claim_id,
        paragraphs.*
    from claim_paragraphs
    inner join paragraphs on claim_paragraphs.paragraph_id = paragraphs.paragraph_id
),

-- A union leaves every place once.
cuts as (
    {%- for relation in ['spans', 'in_paragraphs'] %}
        {%- for edge in ['start_offset', 'end_offset'] %}
            select
                claim_id,
                paragraph_id,
                {{ edge }} as cut_offset
            from {{ relation }}
            {%- if not (loop.last and relation == 'in_paragraphs') %}

                union distinct
            {% endif %}
        {%- endfor %}
    {%- endfor %}
),

runs as (
    select
        claim_id,
        paragraph_id,
        cut_offset as start_offset,
        lead(cut_offset) over (
            partition by claim_id, paragraph_id
            order by cut_offset
        ) as end_offset
    from cuts
),

run_roles as (
    select distinct
        runs.claim_id,
        runs.paragraph_id,
        runs.start_offset,
        spans.evidence_role
    from runs
    inner join spans
        on
            runs.claim_id = spans.claim_id
            and runs.paragraph_id = spans.paragraph_id
            and runs.start_offset >= spans.start_offset
            and runs.end_offset <= spans.end_offset
),

joined_roles as (
    select
        claim_id,
        paragraph_id,
        start_offset,
        max(case when evidence_role = 'claim' then 1 else 0 end) = 1 as is_claim,
        substring(
            {{ joined_in_order("', ' || nullif(evidence_role, 'claim')", 'evidence_role') }}, 3
        ) as evidence_roles
    from run_roles
    group by claim_id, paragraph_id, start_offset
),

passages as (
    select
        runs.claim_id,
        cast(row_number() over (
            partition by runs.claim_id
            order by in_paragraphs.paragraph_index, runs.start_offset
        ) - 1 as integer) as passage_index,
        in_paragraphs.article_id,
        in_paragraphs.paragraph_index,
        in_paragraphs.evidence_field,
        substring(
            in_paragraphs.text, runs.start_offset - in_paragraphs.start_offset + 1, runs.end_offset - runs.start_offset
        ) as exact,
        coalesce(joined_roles.is_claim, false) as is_claim,
        joined_roles.evidence_roles,
        runs.start_offset,
        runs.end_offset
    from runs
    inner join in_paragraphs
        on runs.claim_id = in_paragraphs.claim_id and runs.paragraph_id = in_paragraphs.paragraph_id
    left join joined_roles
        on
            runs.claim_id = joined_roles.claim_id
            and runs.paragraph_id = joined_roles.paragraph_id
            and runs.start_offset = joined_roles.start_offset
    where runs.end_offset is not null
)

select * from passages
