{#-
    The reports of meetings that their days, or the lack of them, link to another report already, so that a looser link
    is not asked for.
    Returns a complete select statement with the column node, to be the body of a common table expression.
-#}
{%- macro linked_by_days() -%}
    select node from {{ ref('int_meeting_dated_links') }}
    union
    select other_node from {{ ref('int_meeting_dated_links') }}
    union
    select node from {{ ref('int_meeting_undated_links') }}
    union
    select other_node from {{ ref('int_meeting_undated_links') }}
{%- endmacro -%}
