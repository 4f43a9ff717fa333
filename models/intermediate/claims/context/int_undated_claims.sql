-- Grain: one casualty figure or meeting for which its own sentence gives no date, and how its sentence opens. A meeting
-- at or after which somebody spoke is among them: the dates of such a sentence are of what was said.

{%- set speaking = compile_pattern('<speaking_at>', grammar()) ~ '\\z' %}
{#- "In eight weeks of war, they say, 957 were killed": what opens the sentence is about all of it. -#}
{%- set last_token_of_opening = 3 %}
{#- "The killing of a soldier", "the strike that killed him" are most often told in passing. -#}
{%- set of_deaths = '^' ~ compile_pattern('<deaths>', grammar()) %}
{%- set in_relative = compile_pattern('<relative|that> <be|have|adverb>{0,3}', grammar()) ~ '\\z' %}
{%- set addition = '^' ~ compile_pattern('<addition>', grammar()) %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
    where claim_type in ('casualty', 'meeting')
),

candidates as (
    select * from {{ ref('int_claim_date_candidates') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

documents as (
    select
        article_id,
        cast(published_date as date) as published_date
    from {{ ref('int_document_dates') }}
),

-- "Two months after four were killed" tells how long ago, not when; "they met for two hours", how long they did; "he
-- said the third was a doctor who worked there for seven years", how long something else took.
dated as (
    select claim_key
    from candidates
    group by claim_key
    having
        bool_or(
            claim_type = 'meeting' and kind is not null
            or claim_type = 'casualty'
            and not (
                is_date_of_speech
                or (
                    kind is null
                    and date_earliest is null
                    and barrier_count > 0
                    and token_index > {{ last_token_of_opening }}
                )
            )
        )
        and not bool_or(
            claim_type = 'casualty'
            and kind is null
            and date_earliest is null
            and is_before_sequence
            and barrier_count = 0
        )

    union

    -- "On Tuesday the monitor said": on Tuesday or before, whatever day the story has come to.
    select claim_key from {{ ref('int_dates_of_other_clauses') }}
    where is_of_speech
),

described as (
    select
        claims.claim_key,
        claims.claim_type,
        claims.article_id,
        sentences.sentence_index,
        documents.published_date,
        -- "Another 73 were injured."
        {{ matches('sentence_units.unit_classes', addition) }} as is_addition,
        coalesce(
            {{ matches('triggers.anchor_symbol', of_deaths) }} or {{ matches('triggers.classes_before', in_relative) }},
            false
        ) as is_in_passing,
        claims.claim_type = 'meeting'
        and {{ matches('substring(sentence_units.unit_classes, 1, claims.anchor_index - 1)', speaking) }}
            as is_followed_by_speech
    from claims
    inner join sentences on claims.sentence_id = sentences.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    left join documents on claims.article_id = documents.article_id
    left join {{ ref('int_casualty_triggers') }} as triggers on claims.claim_key = triggers.claim_key
),

undated_claims as (
    select described.* from described
    left join dated on described.claim_key = dated.claim_key
    where dated.claim_key is null or described.is_followed_by_speech
)

select * from undated_claims
