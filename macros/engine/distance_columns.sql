{#-
    How far a mention stands from a claim in the same sentence: token_distance (0 where they touch or overlap) and
    barrier_count, the number of units between them that open another clause.
    Arguments: claim and mention, relation names with first_token/last_token and token_index/token_count;
    classes, the SQL expression of the sentence's class string; barriers, a list of word classes.
    Returns two SQL columns.
-#}
{%- macro distance_columns(claim, mention, classes, barriers) -%}
    greatest(
            {{ mention }}.token_index - {{ claim }}.last_token - 1,
            {{ claim }}.first_token - {{ mention }}.token_index - {{ mention }}.token_count,
            0
        ) as token_distance,
        length({{ replace_all(
            'substring(' ~ classes ~ ', least(' ~ claim ~ '.last_token + 1, ' ~ mention ~ '.token_index + '
            ~ mention ~ '.token_count), greatest(' ~ mention ~ '.token_index - ' ~ claim ~ '.last_token - 1, '
            ~ claim ~ '.first_token - ' ~ mention ~ '.token_index - ' ~ mention ~ '.token_count, 0))',
            '[^' ~ symbols_of(barriers) ~ ']', ''
        ) }}) as barrier_count
{%- endmacro -%}
