{%- set one_person = '^' ~ compile_pattern('<indefinite|possessive|named_person|share>', grammar()) -%}
{%- set sharing = compile_pattern(
    '<figure|quantity> <be|have|adverb>{0,3} <harmed|dead|died>? <and>', grammar()
) ~ '\\z' -%}

{%- set victims_before = compile_pattern(
    '(^|<!including|and>) <figure> (<!stop|figure|quantity|said|while|but|counted_harm|relative|including|by>){0,10}'
    ~ ' (<comma>? <and> <adverb>? <harmed|harming|harm>? | <comma> <harmed|harming>) <lead_in>', grammar()
) ~ '\\z' -%}

-- Grain: one unit that a casualty rule may start from, with the number its words give.

with

anchors as (
    select * from {{ ref('int_casualty_anchors') }}
),

number_words as (
    select * from {{ ref('int_number_words') }}
),

amounts as (
    select
        sentence_id,
        anchor_index,
        min(amount) as amount_low,
        max(amount) as amount_high,
        bool_or(is_vague) as is_vague
    from {{ ref('int_number_amounts') }}
    group by sentence_id, anchor_index
),

-- "At least about 20": the bound is what counts, so the qualifiers are ranked.
qualifiers as (
    select
        sentence_id,
        anchor_index,
        min(case qualifier
            when 'at_least' then '1at_least'
            when 'more_than' then '2more_than'
            when 'up_to' then '3up_to'
            when 'nearly' then '4nearly'
            when 'about' then '5about'
        end) as ranked_qualifier,
        bool_or(word_class = 'more' and class_before = 'or') as has_or_more
    from number_words
    group by sentence_id, anchor_index
),

-- "The toll has topped 5,000".
surpassed as (
    select
        sentence_id,
        token_index + 1 as number_index
    from {{ ref('int_words') }}
    where word_class = 'reached' and meaning = 'more_than'
),

stated as (
    select
        anchors.sentence_id,
        anchors.token_index,
        anchors.number_token_count,
        {{ matches('anchors.classes_before', sharing) }}
        and not {{ matches('anchors.number_symbol', one_person) }} as may_share_qualifier,
        {{ matches('anchors.classes_before', victims_before) }}
        and anchors.anchor_class = 'quantity' as may_share_victims,
        case
            when amounts.is_vague then null
            when amounts.amount_low is not null then amounts.amount_low
            when {{ matches('anchors.number_symbol', one_person) }} then 1
        end as amount,
        case
            when not amounts.is_vague and amounts.amount_high > amounts.amount_low then amounts.amount_high
        end as range_end,
        case when amounts.is_vague then amounts.amount_low end as least_amount,
        case
            when qualifiers.has_or_more then 'at_least'
            when qualifiers.ranked_qualifier is not null then substring(qualifiers.ranked_qualifier, 2)
            when surpassed.sentence_id is not null then 'more_than'
        end as qualifier
    from anchors
    left join amounts on anchors.sentence_id = amounts.sentence_id and anchors.token_index = amounts.anchor_index
    left join qualifiers
        on anchors.sentence_id = qualifiers.sentence_id and anchors.token_index = qualifiers.anchor_index
    left join surpassed
        on anchors.sentence_id = surpassed.sentence_id and anchors.token_index = surpassed.number_index
),

-- "At least 125 killed and 238 wounded": at least so many, too; but not where a second verb counts anew.
casualty_values as (
    select
        sentence_id,
        token_index,
        number_token_count,
        may_share_victims,
        amount,
        range_end,
        least_amount,
        case
            when qualifier is not null or amount is null or not may_share_qualifier then qualifier
            when lag(qualifier) over (partition by sentence_id order by token_index) = 'at_least' then 'at_least'
        end as qualifier
    from stated
)

select * from casualty_values
