{#-
    Whether two figures may count the same people: the same kind, or one of them says nothing about the kind. Children,
    women, journalists and aid workers are a part of the others, so they are compared among themselves only, and so are
    those who are counted on top of others ("six more").
    Arguments: one, other (names of relations with the columns victim_kind, is_subset and is_addition).
    Returns a SQL condition.
-#}
{%- macro may_be_same_people(one, other) -%}
    (
        {{ one }}.is_addition = {{ other }}.is_addition
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
