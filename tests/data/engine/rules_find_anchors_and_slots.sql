-- match_rules: which rules of a small seed hold around the verb of "The security forces wounded nine men.", and where
-- their slots lie.

{%- set symbols = grammar().symbols if execute else {} %}
{%- set rules -%}
    (
        select 'slots_on_both_sides' as rule_id, 10 as priority, 'died|harmed' as anchor,
            '[doer: <definite>? <word>]' as before, '[number: <number_word>] [victims: <people_noun>]' as after
        union all
        select 'slot_left_empty', 20, 'harmed', null, '[victims: (<comma>)?] <number_word>'
        union all
        select 'reaches_the_stop', 30, 'harmed', null, '<number_word> <people_noun> <stop>'
        union all
        select 'other_anchor', 40, 'died', null, null
        union all
        select 'other_words_before', 50, 'harmed', '<comma>', null
        union all
        select 'not_from_the_start', 60, 'harmed', '^ <word>', null
        union all
        select 'from_the_start', 70, 'harmed', '^ <definite> <word>', null
    ) as rules
{%- endset %}

with

anchors as (
    select
        's' as sentence_id,
        4 as token_index,
        1 as token_count,
        '{{ symbols.harmed }}' as anchor_symbol,
        '{{ symbols.definite }}{{ symbols.word }}~' as classes_before,
        '{{ symbols.number_word }}{{ symbols.people_noun }}~{{ closing_symbol() }}' as classes_after
),

found as (
    {{ match_rules('anchors', rules, ['doer', 'number', 'victims']) }}
),

expected as (
    {%- for rule_id, priority, doer, number, victims in [
        ('slots_on_both_sides', 10, (1, 3), (5, 1), (6, 2)),
        ('slot_left_empty', 20, ('null', 'null'), ('null', 'null'), (5, 0)),
        ('reaches_the_stop', 30, ('null', 'null'), ('null', 'null'), ('null', 'null')),
        ('from_the_start', 70, ('null', 'null'), ('null', 'null'), ('null', 'null')),
    ] %}
        select
            's' as sentence_id,
            4 as token_index,
            1 as token_count,
            '{{ rule_id }}' as rule_id,
            {{ priority }} as priority,
            {{ doer[0] }} as doer_index,
            {{ doer[1] }} as doer_count,
            {{ number[0] }} as number_index,
            {{ number[1] }} as number_count,
            {{ victims[0] }} as victims_index,
            {{ victims[1] }} as victims_count
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

missing as (
    select * from expected
    except
    select * from found
),

unexpected as (
    select * from found
    except
    select * from expected
),

differences as (
    select * from missing
    union all
    select * from unexpected
)

select * from differences
