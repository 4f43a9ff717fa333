{#-
    The root of every node of a forest, by pointer jumping: each pass follows the pointer of what is pointed at, so that
    so many passes reach roots 2 to the power of passes steps away.
    Arguments: relation (name of a relation), node, parent (its columns; parent is null at a root), passes (a number).
    Returns a complete select statement with the columns node and root, to be the body of a common table expression.
-#}
{%- macro roots(relation, node, parent, passes=5) -%}
    {%- set ns = namespace(from='(select ' ~ node ~ ' as node, coalesce(' ~ parent ~ ', ' ~ node ~ ') as root from ' ~ relation ~ ')') -%}
    with
    {%- for pass in range(passes) %}
    pass_{{ pass }} as (
        select
            nodes.node,
            parents.root
        from {{ ns.from }} as nodes
        inner join {{ ns.from }} as parents on nodes.root = parents.node
    ) {%- if not loop.last %},{% endif %}
    {%- set ns.from = 'pass_' ~ pass -%}
    {%- endfor %}

    select * from {{ ns.from }}
{%- endmacro -%}
