{#-
    The rows of a relation whose text the seed `boilerplate` knows: as a whole, by its first words or by its last words.
    The first or the last word joins, so that the seed can grow without slowing the build; then the phrase is compared.
    Arguments: relation (name, with columns `text` and the key), key (column that identifies a row), longest (code
    points; texts longer than this are left alone).
    Returns a select statement with one row per match: the key, role ('boilerplate' or 'caption'), ends_article.
-#}
{%- macro boilerplate_matches(relation, key, longest=none) -%}
    {%- set opening_marks = '^[^\\p{L}\\p{N}@©]+' -%}
    {%- set closing_marks = '[^\\p{L}\\p{N}]+\\z' -%}
    {%- set first_word = '^[^\\s\\p{Z}]+' -%}
    {%- set last_word = '[^\\s\\p{Z}]+\\z' -%}
    with

    edges as (
        select
            {{ key }},
            length(text) <= 100 as is_short,
            regexp_replace(lower(left(text, 100)), {{ pattern(opening_marks) }}, '') as opening,
            regexp_replace(lower(right(text, 100)), {{ pattern(closing_marks) }}, '') as closing
        from {{ relation }}
        {%- if longest %}
        where length(text) <= {{ longest }}
        {%- endif %}
    ),

    phrases as (
        select
            phrase,
            matches,
            role,
            ends_article,
            regexp_extract(phrase, {{ pattern(first_word) }}, 0) as first_word,
            regexp_extract(phrase, {{ pattern(last_word) }}, 0) as last_word
        from {{ ref('boilerplate') }}
    )

    select
        edges.{{ key }},
        phrases.role,
        phrases.ends_article
    from edges
    inner join phrases
        on
            regexp_extract(edges.opening, {{ pattern(first_word) }}, 0) = phrases.first_word
            and phrases.matches = 'beginning'
            and left(edges.opening, length(phrases.phrase)) = phrases.phrase

    union all

    select
        edges.{{ key }},
        phrases.role,
        phrases.ends_article
    from edges
    inner join phrases
        on
            regexp_extract(edges.closing, {{ pattern(last_word) }}, 0) = phrases.last_word
            and phrases.matches = 'ending'
            and right(edges.closing, length(phrases.phrase)) = phrases.phrase

    union all

    select
        edges.{{ key }},
        phrases.role,
        phrases.ends_article
    from edges
    inner join phrases
        on
            edges.is_short
            and phrases.matches = 'whole'
            and regexp_replace(edges.opening, {{ pattern(closing_marks) }}, '') = phrases.phrase
{%- endmacro -%}
