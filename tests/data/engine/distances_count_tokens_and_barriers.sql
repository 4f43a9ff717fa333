-- distance_columns: a claim on tokens 4 to 6 of a sentence of twelve, and mentions before, in, beside and after it.

{%- set comma = grammar().symbols.comma if execute else '' %}
{%- set word = grammar().symbols.word if execute else '' %}

with

claims as (
    select
        4 as first_token,
        6 as last_token,
        '{{ word * 2 }}{{ comma }}{{ word * 4 }}{{ comma }}{{ word }}~{{ comma }}{{ word }}' as classes
),

mentions as (
    {%- for mention, token_index, token_count, expected_distance, expected_barriers in [
        ('before, over a comma', 1, 2, 1, 1),
        ('beside, before', 3, 1, 0, 0),
        ('inside', 5, 1, 0, 0),
        ('beside, after', 7, 1, 0, 0),
        ('after, over two commas', 12, 1, 5, 2),
    ] %}
        select
            '{{ mention }}' as mention,
            {{ token_index }} as token_index,
            {{ token_count }} as token_count,
            {{ expected_distance }} as expected_distance,
            {{ expected_barriers }} as expected_barriers
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

measured as (
    select
        mentions.*,
        {{ distance_columns('claims', 'mentions', 'claims.classes', ['comma']) }}
    from claims
    cross join mentions
)

select * from measured
where token_distance != expected_distance or barrier_count != expected_barriers
