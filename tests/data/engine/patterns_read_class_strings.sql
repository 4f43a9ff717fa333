-- compile_pattern: what each element of the pattern language takes as a whole, and what it does not.

{%- set language = {
    'symbols': {'number': 'n', 'people': 'p', 'comma': 'c', 'stop': '!', 'be': 'b'},
    'patterns': {'count': '<number> | <be> <number>', 'counted': '<count> <people>'},
    'compiled': {},
} %}

{%- set cases = [
    ('one unit of a class', '<people>', 'p', true),
    ('a unit of several tokens', '<people>', 'p~~', true),
    ('two units are not one', '<people>', 'pp', false),
    ('any of several classes', '<people|number>', 'n~', true),
    ('none of several classes', '<people|number>', 'c', false),
    ('a unit of another class', '<!comma|stop>', 'p~', true),
    ('not a unit of a negated class', '<!comma|stop>', 'c', false),
    ('no unit begins inside another', '<!comma|stop>', '~', false),
    ('spaces mean nothing', ' <number>  <people> ', 'n~p', true),
    ('repeated groups and an absent unit', '(<number>|<be>)+ <people>?', 'nbn~', true),
    ('as often as allowed', '<number>{2,3}', 'nn~n', true),
    ('less often than allowed', '<number>{2,3}', 'n~', false),
    ('a named pattern', '<count>', 'bn', true),
    ('alternatives of a named pattern stay together', '<count> <people>', 'bnp', true),
    ('the first alternative alone', '<count> <people>', 'bp', false),
    ('a named pattern within another', '<counted>', 'n~~p~', true),
    ('a named pattern beside a class', '<count|comma> <stop>', 'c!', true),
    ('each alternative begins where the pattern does', '<number> | <people>', 'bp', false),
    ('each alternative ends where the pattern does', '<number> | <people>', 'nb', false),
] %}

with

cases as (
    {%- for name, pattern, classes, is_taken in cases %}
        select
            '{{ name }}' as case_name,
            {{ is_taken }} as is_expected,
            {{ matches("'" ~ classes ~ "'", '^' ~ compile_pattern(pattern, language) ~ '\\z') }} as is_taken,
            {{ compile_pattern(pattern, language).replace('(?:', '').count('(') }} as capturing_groups
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
)

select * from cases
where is_taken != is_expected or capturing_groups > 0
