-- Grain: one person among those whom a sentence names in a row ("Scholz, Macron and Draghi"), with the first of them;
-- who is named alone is a row of one.

{%- set joining = '^' ~ compile_pattern('(<comma>? <and>? <adverb|with>?)', grammar()) ~ '\\z' %}

with

units as (
    select * from {{ ref('int_party_units') }}
    where unit_class in ('person_party', 'named_party')
),

party_sentences as (
    select * from {{ ref('int_party_sentences') }}
),

neighbours as (
    select
        *,
        lag(token_index + token_count) over sentence_units as last_end
    from units
    window sentence_units as (partition by sentence_id order by token_index)
),

joined as (
    select
        neighbours.party_unit_id,
        neighbours.sentence_id,
        neighbours.token_index,
        coalesce({{ matches(
            'substring(party_sentences.party_classes, neighbours.last_end, neighbours.token_index - neighbours.last_end)',
            joining
        ) }}, false) as is_joined
    from neighbours
    inner join party_sentences on neighbours.sentence_id = party_sentences.sentence_id
),

numbered as (
    select
        *,
        sum(case when is_joined then 0 else 1 end) over (
            partition by sentence_id
            order by token_index
            rows between unbounded preceding and current row
        ) as list_number
    from joined
),

party_lists as (
    select
        party_unit_id,
        sentence_id,
        first_value(party_unit_id) over (
            partition by sentence_id, list_number
            order by token_index
        ) as list_unit_id
    from numbered
)

select * from party_lists
