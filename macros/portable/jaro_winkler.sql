{#-
    How alike two words are spelled, from 0 to 1: the similarity of Jaro (1989), raised by a tenth of what it lacks for each
    of the first four letters that they share (Winkler, 1990) where it is over 0.7. Half transpositions do not count.
    Arguments: text, other (SQL expressions, not null, in ASCII: DuckDB compares bytes). Returns a SQL expression of type double.
-#}
{%- macro jaro_winkler(text, other) -%}
    {{- return(adapter.dispatch('jaro_winkler', 'attested')(text, other)) -}}
{%- endmacro -%}

{%- macro default__jaro_winkler(text, other) -%}
    jaro_winkler_similarity({{ text }}, {{ other }})
{%- endmacro -%}

{#-
    Spark's own function counts half transpositions and raises every similarity. Here each letter of the other text takes
    the first equal letter of the text that is near enough and not taken yet; the transpositions are those taken that
    differ from what stands there in the order of the text. An array of one element gives a value a name.
-#}
{%- macro spark__jaro_winkler(text, other) -%}
    {%- set taken -%}
        aggregate(
            sequence(1, length({{ other }})), cast(array() as array<int>), (taken, at) -> concat(taken, slice(filter(
                sequence(1, length({{ text }})),
                place -> abs(place - at) < greatest(greatest(length({{ text }}), length({{ other }})) div 2, 1)
                    and substring({{ text }}, place, 1) = substring({{ other }}, at, 1)
                    and not array_contains(taken, place)
            ), 1, 1))
        )
    {%- endset -%}
    {%- set transpositions -%}
        array_size(filter(
            zip_with(taken, array_sort(taken), (place, in_order) ->
                substring({{ text }}, place, 1) != substring({{ text }}, in_order, 1)),
            differs -> differs
        )) div 2
    {%- endset -%}
    {%- set shared_start -%}
        array_size(filter(array(1, 2, 3, 4), count ->
            least(length({{ text }}), length({{ other }})) >= count
            and left({{ text }}, count) = left({{ other }}, count)))
    {%- endset -%}
    transform(
        transform(array({{ taken }}), taken -> case when array_size(taken) = 0 then 0D else (
            array_size(taken) / length({{ text }}) + array_size(taken) / length({{ other }})
            + (array_size(taken) - {{ transpositions }}) / array_size(taken)
        ) / 3 end),
        jaro -> jaro + case when jaro > 0.7 then {{ shared_start }} * 0.1D * (1 - jaro) else 0 end
    )[0]
{%- endmacro -%}
