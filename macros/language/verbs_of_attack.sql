{#- Verbs, as they stand in the past, of what attackers do to a place or a target: alternatives of a regular expression. -#}
{%- macro verbs_of_attack() -%}
    {{- return(
        'hit|struck|attacked|shelled|bombed|raided|targeted|stormed|pounded|bombarded|rocked|ambushed|overran|strafed'
    ) -}}
{%- endmacro -%}
