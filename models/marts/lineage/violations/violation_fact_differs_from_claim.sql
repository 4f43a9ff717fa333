-- Grain: one fact that quotes other words, or words of another place, than the claim of its article.

with

facts as (
    {%- for facts, claims, words, words_start in [
        ('fct_casualty_figures', 'int_casualty_claims', 'sentence_text', 'sentence_start'),
        ('fct_meeting_reports', 'int_meeting_claims', 'exact', 'start_offset'),
    ] %}
        select
            facts.claim_id as record_id,
            facts.exact as fact_words,
            facts.start_offset as fact_start,
            claims.{{ words }} as claim_words,
            claims.{{ words_start }} as claim_start
        from {{ ref(facts) }} as facts
        left join {{ ref(claims) }} as claims on facts.claim_id = claims.claim_id
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

violations as (
    select
        record_id,
        'the claim has other words, or has them elsewhere, than ' || fact_words as problem
    from facts
    where coalesce(fact_words != claim_words or fact_start != claim_start, true)
)

select * from violations
