{#-
    Which nodes hang together through links: every node with the smallest node of its component. Each pass lets a group
    of nodes join the group with the smallest label that it has a link to, so that the number of groups in a component
    at least halves; five passes join 32 groups in a row, and many more that stand in no row.
    Arguments: nodes (name of a relation with a column node), links (name of a relation with the columns node and
    other_node, each link once in any direction), passes (a number).
    Returns a complete select statement with the columns node and component, to be the body of a common table expression.
    After Shiloach and Vishkin, 1982.
-#}
{%- macro components(nodes, links, passes=5) -%}
    with

    directed as (
        select node, node as other_node from {{ nodes }}
        union all
        select node, other_node from {{ links }}
        union all
        select other_node, node from {{ links }}
    ),

    labels_0 as (
        select node, node as label from {{ nodes }}
    )
    {%- for pass in range(passes) %},

    joined_{{ pass }} as (
        select
            here.label,
            min(there.label) as smaller_label
        from directed
        inner join labels_{{ pass }} as here on directed.node = here.node
        inner join labels_{{ pass }} as there on directed.other_node = there.node
        group by here.label
    ),

    labels_{{ pass + 1 }} as (
        select
            labels.node,
            jumps.smaller_label as label
        from labels_{{ pass }} as labels
        inner join joined_{{ pass }} as joins on labels.label = joins.label
        inner join joined_{{ pass }} as jumps on joins.smaller_label = jumps.label
    )
    {%- endfor %}

    select node, label as component from labels_{{ passes }}
{%- endmacro -%}
