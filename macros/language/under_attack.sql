{#- What stands right behind a place that is attacked: "was hit by", "in the north came under heavy fire". A regular expression. -#}
{%- macro under_attack() -%}
    {{- return(
        '^(?: (?:in|of) (?:the )?(?:[\\p{L}-]+ ?){1,4})? (?:was|were|is|are|been|being|came|comes|come)'
        ~ ' (?:[\\p{L}]+ly |also |again |then |later ){0,2}(?:' ~ verbs_of_attack()
        ~ '|destroyed|razed|flattened|under (?:[\\p{L}-]+ ){0,2}(?:attack|fire|shelling|bombardment|assault))(?:[^\\p{L}]|\\z)'
    ) -}}
{%- endmacro -%}
