{#-
    Every run of five neighbouring words in a list of words, each as one text with blanks between the words; none for a
    shorter list. The list is laid beside itself four times, which takes time in proportion to its length; cutting the runs
    out of it would copy the list for each.
    Arguments: words (SQL expression, list of text).
    Returns a SQL expression of type list of text.
-#}
{%- macro word_shingles(words) -%}
    {{- return(adapter.dispatch('word_shingles', 'attested')(words)) -}}
{%- endmacro -%}

{%- macro default__word_shingles(words) -%}
    list_transform(
        list_zip({{ words }}, ({{ words }})[2:], ({{ words }})[3:], ({{ words }})[4:], ({{ words }})[5:], true),
        lambda run: concat_ws(' ', run[1], run[2], run[3], run[4], run[5])
    )
{%- endmacro -%}

{%- macro spark__word_shingles(words) -%}
    transform(
        slice(
            arrays_zip(
                {{ words }} as w1, slice({{ words }}, 2, size({{ words }})) as w2, slice({{ words }}, 3, size({{ words }})) as w3,
                slice({{ words }}, 4, size({{ words }})) as w4, slice({{ words }}, 5, size({{ words }})) as w5
            ),
            1, greatest(size({{ words }}) - 4, 0)
        ),
        run -> concat_ws(' ', run.w1, run.w2, run.w3, run.w4, run.w5)
    )
{%- endmacro -%}
