{#-
    One row per piece of a text that was cut into pieces, with where it ends in the text. The lengths are added up inside
    the list, which is three times as fast as a window over the rows.
    Arguments: relation (a name to select from), columns (list of column names kept on every row), list_expression
    (SQL expression giving the list of texts).
    Returns a complete select statement with the columns and piece, end_position (length of all pieces up to here) and
    piece_index (1 for the first).
-#}
{%- macro unnest_pieces(relation, columns, list_expression) -%}
    {%- set measured -%}
        (
            select
                *,
                {{ transform_list('pieces', 'piece', 'length(piece)') }} as lengths
            from (
                select
                    {%- for column in columns %}
                    {{ column }},
                    {%- endfor %}
                    {{ list_expression }} as pieces
                from {{ relation }}
            ) as listed
        ) as measured
    {%- endset -%}
    {{- unnest_lists(measured, columns, {
        'piece': 'pieces',
        'end_position': transform_list(positions_of('lengths'), 'last', sum_of_first('lengths', 'last')),
    }, 'piece_index') -}}
{%- endmacro -%}
