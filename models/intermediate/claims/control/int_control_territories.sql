-- Grain: one territory that a statement of control names, with the share of it that is meant, as token positions.

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

listed as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.territory_index,
        {{ extract_all(
            'substring(sentence_units.unit_classes, matches.territory_index, matches.territory_count)',
            '(?:' ~ compile_pattern('<territory>', grammar()) ~ ')|.~*'
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
        {{ matches('piece', '^(?:' ~ compile_pattern('<territory>', grammar()) ~ ')\\z') }} as is_territory,
        -- "Kobani, a key town on the border" is one place, and so is "Ataq, the provincial capital", which ends no
        -- list; "their stronghold, the town of Salma" has its name behind it.
        {{ matches('piece', '^' ~ compile_pattern('<determiner>', grammar())) }}
        and {{ matches('lag(piece) over listing', '^' ~ compile_pattern('<comma>', grammar())) }}
        and {{ matches('lag(piece, 2) over listing', compile_pattern('<named_place>', grammar())) }}
        and (
            {{ matches('piece', '^' ~ compile_pattern('<indefinite>', grammar())) }}
            or lead(piece) over listing is null
        ) as repeats_name,
        {{ matches('piece', compile_pattern('<stronghold>', grammar())) }}
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

territories as (
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

select * from territories
