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
    case
        when array_size({{ words }}) < 5 then cast(array() as array<string>)
        else transform(sequence(1, array_size({{ words }}) - 4), first -> concat_ws(' ', slice({{ words }}, first, 5)))
    end
{%- endmacro -%}
