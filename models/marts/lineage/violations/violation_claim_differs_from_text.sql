-- Grain: one claim whose own words are not those of the raw article at its offsets.

with

claims as (
    {%- for claims, words, words_start, words_end in [
        ('int_casualty_claims', 'sentence_text', 'sentence_start', 'sentence_end'),
        ('fct_control_claims', 'exact', 'start_offset', 'end_offset'),
        ('int_meeting_claims', 'exact', 'start_offset', 'end_offset'),
    ] %}
        select
            claim_id as record_id,
            article_id,
            evidence_field,
            {{ words }} as words,
            {{ words_start }} as words_start,
            {{ words_end }} as words_end
        from {{ ref(claims) }}
        {%- if not loop.last %}

            union all
        {% endif %}
    {%- endfor %}
),

articles as (
    select * from {{ source('raw', 'articles') }}
),

violations as (
    select
        claims.record_id,
        'other words stand at the offsets than ' || claims.words as problem
    from claims
    left join articles on claims.article_id = articles.article_id
    where
        substring(
            case when claims.evidence_field = 'title' then articles.title else articles.text end,
            claims.words_start + 1,
            claims.words_end - claims.words_start
        ) is distinct from claims.words
)

select * from violations
