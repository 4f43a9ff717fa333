{#-
    Which nodes hang together through links: every node with the smallest node of its component. Each pass lets a group
    of nodes join the group with the smallest label that it has a link to, so that the number of groups in a component
    at least halves; five passes join 32 groups in a row, and many more that stand in no row.
    Arguments: nodes (name of a relation with a column node), links (name of a relation with the columns node and
    other_node, each link once in any direction), passes (a number).
    Returns a complete select statement with the columns node and component, to be the body of a common table expression.
    After Shiloach and Vishkin, 1982. Spark would plan a query again for every place that names it, in five passes a
    thousand times over; there each pass reads the one before once, in windows over the links.
-#}
{%- macro components(nodes, links, passes=5) -%}
    {{- return(adapter.dispatch('components', 'attested')(nodes, links, passes)) -}}
{%- endmacro -%}

{%- macro default__components(nodes, links, passes) -%}
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

{%- macro spark__components(nodes, links, passes) -%}
    with

    pairs_0 as (
        select node, node as other_node, node as label, node as other_label from {{ nodes }}
        union all
        select node, other_node, node as label, other_node as other_label from {{ links }}
        union all
        select other_node as node, node as other_node, other_node as label, node as other_label from {{ links }}
    )
    {%- for pass in range(passes) %},

    joined_{{ pass }} as (
        select
            *,
            min(other_label) over (partition by label) as smaller_label,
            min(label) over (partition by other_label) as other_smaller_label
        from pairs_{{ pass }}
    ),

    pairs_{{ pass + 1 }} as (
        select
            node,
            other_node,
            min(case when other_label = smaller_label then other_smaller_label end) over (partition by label) as label,
            min(case when label = other_smaller_label then smaller_label end)
                over (partition by other_label) as other_label
        from joined_{{ pass }}
    )
    {%- endfor %}

    select node, label as component from pairs_{{ passes }}
    where node = other_node
{%- endmacro -%}
