-- Grain: one unit that a casualty rule may start from: a figure of people, a bare number, a number of deaths, a person.

{%- set language = grammar() %}
{%- set not_so = compile_pattern('<unreal|plan> (<for|of|to>)? <apostrophe>? <lead_in>', language) ~ '\\z' %}
{%- set spared = '^' ~ compile_pattern('((<!stop|harmed|died|said>){0,10} <unreal> | <modal>)', language) %}
{%- set would = compile_pattern(
    '(<modal> <adverb>? <!stop|comma|have|be|said> <to|for|in>? <lead_in>'
    ~ '| <modal> <!have|stop|said|that> (<!stop|said|that|relative|while|but|colon|quote>){0,14} <comma> <harming> <lead_in>)',
    language
) ~ '\\z' %}
{%- set one_of_them = '('
    ~ compile_pattern('<indefinite> (<word|adverb|nationality|hyphen> <comma>?){0,3}', language) ~ ')\\z' %}
{%- set no_adjective = '^' ~ compile_pattern(
    '(<be|have|get|harmed|relative|stop|in|on|by|while|during|from>'
    ~ '| <comma|and> <!nationality|word|name|org_noun|people_noun>)', language
) %}
{%- set age = compile_pattern('<named_person|name|person|role|person_noun> <comma>', language) ~ '\\z' %}

with

sentence_units as (
    select
        sentence_id,
        unit_classes,
        mention_classes
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
),

disaster_sentences as (
    select * from {{ ref('int_disaster_sentences') }}
),

anchors as (
    select
        units.sentence_id,
        units.article_id,
        units.token_index,
        units.token_count,
        units.unit_class as anchor_class,
        units.symbol as anchor_symbol,
        {{ matches(
            'substring(sentence_units.mention_classes, units.token_index, units.token_count)',
            compile_pattern('<lives>', language)
        ) }} as counts_lives,
        length({{ extract_group(
            'substring(sentence_units.mention_classes, units.token_index)', '^(.~*)', 1
        ) }}) as number_token_count,
        substring(sentence_units.mention_classes, units.token_index, 1) as number_symbol,
        substring(sentence_units.unit_classes, 1, units.token_index - 1) as classes_before,
        substring(sentence_units.unit_classes, units.token_index + units.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from units
    inner join sentence_units on units.sentence_id = sentence_units.sentence_id
    left join disaster_sentences on units.sentence_id = disaster_sentences.sentence_id
    -- Who died in an earthquake is no casualty of a war.
    where disaster_sentences.sentence_id is null
),

-- Deaths that are feared or averted are none, nor are lives that were saved, what would kill,
-- and "Ali, 19, who died" gives an age.
counting as (
    select
        sentence_id,
        article_id,
        token_index,
        token_count,
        anchor_class,
        anchor_symbol,
        number_token_count,
        number_symbol,
        classes_before,
        classes_after
    from anchors
    where
        not (
            anchor_class = 'counted_harm'
            and ({{ matches('classes_before', not_so) }} or counts_lives and {{ matches('classes_after', spared) }})
            or {{ matches('classes_before', would) }}
            or anchor_class = 'quantity'
            and {{ matches('classes_before', age) }}
            and {{ matches('classes_after', '^' ~ compile_pattern('<comma>', language)) }}
        )
)

select * from counting
