-- Grain: one unit that may count people who came to harm: a figure of people, a bare number, a number of deaths, a
-- person, one of a people ("a Palestinian") or one more ("another was injured").

{%- set language = grammar() %}
{%- set one_of_them = '(' ~ compile_pattern(
    '<indefinite> (<word|adverb|nationality|hyphen|ordinal> <comma>?){0,3} | <quantity|share>', language
) ~ ')\\z' %}
{%- set no_adjective = '^' ~ compile_pattern(
    '(<be|have|get|harmed|dead|relative|stop|in|on|by|while|during|from|controls>'
    ~ '| <strife> <in|for|with|against> '
    ~ '| <comma|and> <!nationality|word|name|org_noun|people_noun>)', language
) %}
{%- set number_before = compile_pattern('<quantity>', language) ~ '\\z' %}
{%- set list_goes_on = '^' ~ compile_pattern('<comma|and>', language) %}
{%- set harmed_next = '^' ~ compile_pattern('(<have|be|get|adverb>){0,3} <harmed|died>', language) %}
{%- set counted_before = compile_pattern('<figure|quantity|counted_harm|named_person>', language) %}
{%- set harm_before = compile_pattern('<harmed|harming>', language) ~ '\\z' %}
{%- set clause_ends = '^' ~ compile_pattern('<stop|comma|in|on|during|by|date|while>', language) %}

with

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- "A 17-year-old Palestinian was", but not "a Palestinian man", which is a figure, nor "a Palestinian city".
nationals as (
    select
        units.*,
        length({{ extract_group(
            'substring(sentence_units.unit_classes, 1, units.token_index - 1)', one_of_them, 1
        ) }}) as words_before
    from {{ ref('int_units') }} as units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    where
        units.unit_class = 'nationality'
        and {{ matches(
            'substring(sentence_units.unit_classes, units.token_index + units.token_count)', no_adjective
        ) }}
        -- "Two British and two American hostages".
        and not (
            {{ matches('substring(sentence_units.unit_classes, 1, units.token_index - 1)', number_before) }}
            and {{ matches(
                'substring(sentence_units.unit_classes, units.token_index + units.token_count)', list_goes_on
            ) }}
        )
),

-- "One man was killed and another injured", "killing one and wounding another".
one_more as (
    select units.*
    from {{ ref('int_units') }} as units
    inner join {{ ref('int_words') }} as words
        on units.sentence_id = words.sentence_id and units.token_index = words.token_index
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    where
        units.unit_class = 'indefinite'
        and lower(words.token) = 'another'
        and {{ matches('substring(sentence_units.unit_classes, 1, units.token_index - 1)', counted_before) }}
        and (
            {{ matches('substring(sentence_units.unit_classes, units.token_index + 1)', harmed_next) }}
            or (
                {{ matches('substring(sentence_units.unit_classes, 1, units.token_index - 1)', harm_before) }}
                and {{ matches('substring(sentence_units.unit_classes, units.token_index + 1)', clause_ends) }}
            )
        )
),

units as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        unit_class,
        symbol
    from {{ ref('int_units') }}
    where unit_class in ('figure', 'quantity', 'counted_harm', 'named_person')

    union all

    select
        sentence_id,
        article_id,
        token_index - words_before as token_index,
        token_count + words_before as token_count,
        'figure' as unit_class,
        '{{ grammar().symbols['figure'] }}' as symbol
    from nationals
    where words_before > 0

    union all

    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        'figure' as unit_class,
        '{{ grammar().symbols['figure'] }}' as symbol
    from one_more
),

-- "One Palestinian" counts as a whole, not its number again.
counted_units as (
    select * from units
    qualify row_number() over (partition by sentence_id, token_index order by token_count desc) = 1
)

select * from counted_units
