-- Grain: one casualty figure whose sentence says where it happened without naming it: in 15 provinces, at a checkpoint.

{%- set words = token_text('place_nouns.token_index', 'place_nouns.token_index + place_nouns.token_count - 1') %}

with

place_nouns as (
    select * from {{ ref('int_place_nouns') }}
    where not is_named_before and token_distance <= 8
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

described_places as (
    select
        place_nouns.claim_key,
        place_nouns.sentence_id,
        cast(null as {{ dbt.type_string() }}) as place_id,
        {{ words }} as place_text,
        {{ token_start('place_nouns.token_index') }} as start_offset,
        {{ token_end('place_nouns.token_index + place_nouns.token_count - 1') }} as end_offset,
        place_nouns.is_several
    from place_nouns
    inner join sentences on place_nouns.sentence_id = sentences.sentence_id
    where not {{ matches(words, text_pattern('told_before')) }} and not {{ matches(words, text_pattern('nowhere')) }}
    qualify row_number() over (
        partition by place_nouns.claim_key
        order by place_nouns.token_distance, place_nouns.token_index
    ) = 1
)

select * from described_places
