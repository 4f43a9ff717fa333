-- Grain: one member of the row of territories that a statement of control names, with the share of it that is meant, as
-- token positions. "The rebel-held east of the city" begins with a preposition, as "east of" is read.

{%- set description = compile_pattern(
    '<stronghold> | ^ (<determiner>|<owner>) <territory_modifier>{0,4} <place_noun>+', grammar()
) ~ '\\z' %}
{%- set placed = '<named_place> <in> <named_place>' %}
{%- set two_placed = '(' ~ compile_pattern(placed ~ ' <comma>?', grammar()) ~ ')' ~ compile_pattern('<and>', grammar())
    ~ '(' ~ compile_pattern(placed, grammar()) ~ ')' %}
{%- set member = '(?:' ~ compile_pattern(
    '^ <in> <definite>? (<named_place>|<place_noun>+) | <territory>|<full_name>|<named_person>', grammar()
) ~ ')' %}

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- "Sirte in Libya and Kunduz in Afghanistan" are two: what joins them joins no places that Sirte is in.
listed as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.territory_index,
        {{ extract_all(
            replace_all(
                'substring(sentence_units.unit_classes, matches.territory_index, matches.territory_count)',
                two_placed, '\\1' ~ closing_symbol() ~ '\\2'
            ),
            member ~ '|.~*'
        ) }} as pieces
    from matches
    inner join sentence_units on matches.sentence_id = sentence_units.sentence_id
),

pieces as (
    {{ unnest_with_position(
        'listed', ['sentence_id', 'token_index', 'territory_index'], 'pieces', 'piece', 'piece_index'
    ) }}
),

placed as (
    select
        *,
        length({{ extract_group('piece', '^(' ~ compile_pattern('<share>', grammar()) ~ ')', 1) }}) as share_count,
        {{ matches('piece', '^' ~ member ~ '\\z') }} as is_territory,
        -- "Kobani, a key town on the border" or "one of the largest towns" is one place, and so is "Ataq, the
        -- provincial capital" or "Iraq's second city", which ends no list; "Salma, Syria" is the first of them.
        {{ matches('lag(piece) over listing', '^' ~ compile_pattern('<comma>', grammar())) }}
        and {{ matches('lag(piece, 2) over listing', compile_pattern('<named_place|name>', grammar())) }}
        and (
            {{ matches(
                'piece', '^(?:' ~ compile_pattern('<indefinite>|<quantity> <of> (<determiner>|<owner>)', grammar()) ~ ')'
            ) }}
            or (
                {{ matches('piece', '^(?:' ~ compile_pattern('<determiner>|<owner>', grammar()) ~ ')') }}
                and lead(piece) over listing is null
            )
            or (
                {{ matches('piece', '^' ~ compile_pattern('<named_place>', grammar()) ~ '\\z') }}
                and not {{ matches('lag(piece, 2) over listing', description) }}
                and lead(piece) over listing is null
            )
        ) as repeats_name,
        -- "Their stronghold, the town of Salma" and "the capital, Sanaa" have their names behind them.
        {{ matches('piece', description) }}
        and {{ matches('lead(piece) over listing', '^' ~ compile_pattern('<comma>', grammar())) }}
        and {{ matches('lead(piece, 2) over listing', compile_pattern('<named_place>', grammar())) }}
        and lead(piece, 3) over listing is null as is_named_next,
        territory_index + sum(length(piece)) over (
            partition by sentence_id, token_index
            order by piece_index
            rows between unbounded preceding and current row
        ) - length(piece) as piece_start
    from pieces
    window listing as (partition by sentence_id, token_index order by piece_index)
),

members as (
    select
        sentence_id,
        token_index,
        cast(piece_start as integer) as share_index,
        cast(share_count as integer) as share_count,
        cast(piece_start + share_count as integer) as place_index,
        cast(length(piece) - share_count as integer) as place_count
    from placed
    where
        is_territory
        and not coalesce(repeats_name, false)
        and not coalesce(is_named_next, false)
)

select * from members
