-- Grain: one unit that a casualty rule may start from: a figure of people, a bare number, a number of deaths, a person.

{%- set language = grammar() %}
{%- set not_so = compile_pattern('<unreal|plan> (<for|of|to>)? <apostrophe>? <lead_in>', language) ~ '\\z' %}
{%- set spared = '^' ~ compile_pattern('((<!stop|harmed|died|said>){0,10} <unreal> | <modal>)', language) %}
{%- set would = compile_pattern(
    '(<modal> <adverb>? <!stop|comma|have|be|said> <to|for|in>? <lead_in>'
    ~ '| <modal> <definite|pronoun|named_person|named_place|named_organization>'
    ~ ' (<!stop|comma|that|relative|have|said>){0,6} <harm> <lead_in>'
    ~ '| <unreal> (<!stop|comma|said|that|harmed|while>){0,4} <deaths> <of>? <lead_in>'
    ~ '| <negation> <said> <that> (<!stop|comma|but|and|said>){0,4}'
    ~ '| <modal> <!have|stop|said|that> (<!stop|said|that|relative|while|but|colon|quote>){0,14} <comma> <harming> <lead_in>)',
    language
) ~ '\\z' %}
{%- set whole_before = compile_pattern(
    '<figure|quantity> <of> <definite|possessive|demonstrative>', language
) ~ '\\z' %}
{%- set whole_after = '^' ~ compile_pattern('(<have|adverb>){0,2} <be|died>', language) %}
{%- set parent_of = compile_pattern('<person_noun|figure> <of>', language) ~ '\\z' %}
{%- set clock_time = '^' ~ compile_pattern('<quantity> <colon>', language) ~ '\\z' %}
{%- set age = compile_pattern('<named_person|name|person|role|person_noun> <comma>', language) ~ '\\z' %}

with

sentence_units as (
    select
        sentence_id,
        unit_classes,
        mention_classes
    from {{ ref('int_sentence_units') }}
),

units as (
    select * from {{ ref('int_casualty_units') }}
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
-- "01:48 Civilians" gives the length of a film, "Ali, 19, who died" an age, "a mother of four" her children, and
-- "40 of the 60 men died" the whole.
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
            or {{ matches('classes_before', whole_before) }} and {{ matches('classes_after', whole_after) }}
            or {{ matches('classes_before', clock_time) }}
            or anchor_class = 'quantity' and {{ matches('classes_before', parent_of) }}
            or anchor_class = 'quantity'
            and {{ matches('classes_before', age) }}
            and {{ matches('classes_after', '^' ~ compile_pattern('<comma>', language)) }}
        )
)

select * from counting
