{#-
    Whether two figures may count the same people: the same kind, or one of them says nothing about the kind. Children,
    women, journalists and aid workers are a part of the others, so they are compared among themselves only, and so are
    those who are counted on top of others ("six more").
    Written so that an engine does not take it for a condition to join by: half of all figures would meet the other half.
    Arguments: one, other (names of relations with the columns victim_kind, is_subset and is_addition).
    Returns a SQL condition.
-#}
{%- macro may_be_same_people(one, other) -%}
    (
        (({{ one }}.is_addition and {{ other }}.is_addition) or not ({{ one }}.is_addition or {{ other }}.is_addition))
        and (
            {{ one }}.victim_kind = {{ other }}.victim_kind
            or (
                not {{ one }}.is_subset
                and not {{ other }}.is_subset
                and (
                    'anybody' in ({{ one }}.victim_kind, {{ other }}.victim_kind)
                    or (
                        'combatant' in ({{ one }}.victim_kind, {{ other }}.victim_kind)
                        and 'civilian' not in ({{ one }}.victim_kind, {{ other }}.victim_kind)
                    )
                )
            )
        )
    )
{%- endmacro -%}

{#-
    Whether two figures can both hold: the numbers that their words allow have one in common.
    Arguments: one, other (names of relations with the columns least and most; most is null where it is open).
    Returns a SQL condition.
-#}
{%- macro can_both_hold(one, other) -%}
    (
        {{ one }}.least <= coalesce({{ other }}.most, {{ one }}.least)
        and {{ other }}.least <= coalesce({{ one }}.most, {{ other }}.least)
    )
{%- endmacro -%}

{#-
    Whether two figures of different articles may be tolls of one event: of the same people, and either both can hold, or
    both are the main figure of their article and not too far apart, as tolls of one attack rise and differ. Small figures
    of one place and day may be about two attacks; "at least 20" and "more than 100,000" can both hold, but not of one.
    Arguments: one, other (names of relations with the columns of int_incident_figures). Returns a SQL condition.
-#}
{%- macro may_be_one_event(one, other) -%}
    (
        {{ one }}.article_id != {{ other }}.article_id
        and {{ may_be_same_people(one, other) }}
        and greatest({{ one }}.size, {{ other }}.size) <= 10 * least({{ one }}.size, {{ other }}.size)
        and (
            {{ can_both_hold(one, other) }}
            or (
                {{ one }}.is_lead_figure
                and {{ other }}.is_lead_figure
                and least({{ one }}.size, {{ other }}.size) >= 4
                and greatest({{ one }}.size, {{ other }}.size) <= 4 * least({{ one }}.size, {{ other }}.size)
            )
        )
    )
{%- endmacro -%}

{#-
    Whether two figures differ by half at most. Where no date ties figures together their size must, or all that happens
    in a city in a week would be one event.
    Arguments: one, other (names of relations with the column size). Returns a SQL condition.
-#}
{%- macro are_of_one_size(one, other) -%}
    greatest({{ one }}.size, {{ other }}.size) <= 1.5 * least({{ one }}.size, {{ other }}.size)
{%- endmacro -%}

{#-
    Whether two figures differ so little that one may be the other, rounded: "1,400" is no other count than 1,429.
    Arguments: one, other (names of relations with the column size). Returns a SQL condition.
-#}
{%- macro may_be_rounded(one, other) -%}
    (
        greatest({{ one }}.size, {{ other }}.size) <= 1.05 * least({{ one }}.size, {{ other }}.size)
        and ({{ one }}.size % 100 = 0 or {{ other }}.size % 100 = 0)
    )
{%- endmacro -%}
