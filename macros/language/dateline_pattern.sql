{#-
    Regular expression (a constant, to stand between single quotes): the place and agency before the first sentence,
    such as "DAMASCUS (AFP) - ", "BEIRUT, Lebanon (AP) — ", "(CNN) ", "WASHINGTON -- ".
-#}
{%- macro dateline_pattern() -%}
    {%- set agency = '\((?:Reuters|AFP|AP|CNN|UPI|DPA|dpa|TASS|Xinhua|Sputnik|Interfax|Bloomberg|SANA|ANSA|EFE)[^()]{0,20}\)' -%}
    {%- set dash = ' *(?:-{1,2}|–|—) *' -%}
    {%- set alternatives = [
        '[^().!?:]{0,60}' ~ agency ~ '(?:' ~ dash ~ '| *: *| *)',
        "[A-Z][A-Z.'' -]{2,}(?:, [A-Z][A-Za-z.'' ]+){0,3}(?: \([A-Za-z .]+\))? *(?:--|–|—| - ) *"] -%}
    ^(?:{{ alternatives | join('|') }})
{%- endmacro -%}
