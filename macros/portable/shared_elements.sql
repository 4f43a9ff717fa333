{#-
    How many elements two lists have in common, of which each holds every element once.
    Arguments: left_list, right_list (SQL expressions). Returns a SQL expression of type integer.
-#}
{%- macro shared_elements(left_list, right_list) -%}
    {{- return(adapter.dispatch('shared_elements', 'attested')(left_list, right_list)) -}}
{%- endmacro -%}

{%- macro default__shared_elements(left_list, right_list) -%}
    len(list_intersect({{ left_list }}, {{ right_list }}))
{%- endmacro -%}

{%- macro spark__shared_elements(left_list, right_list) -%}
    array_size(array_intersect({{ left_list }}, {{ right_list }}))
{%- endmacro -%}
