{#-
    Generic test of a model of violations: it passes when the model has no row, and otherwise fails with as many
    failures as there are violations.
    Arguments: model (the relation under test).
-#}
{%- test is_empty(model) -%}
    select * from {{ model }}
{%- endtest -%}
