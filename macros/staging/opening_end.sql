{#-
    Where a part of a line's opening ends, in code points from the line's start; a missing part ends where it begins.
    Arguments: regex (string that matches from the start), begins_at (SQL expression, code points), applies (SQL
    condition). Expects a column `opening`, the first code points of the line. Returns a SQL expression of type integer.
-#}
{%- macro opening_end(regex, begins_at, applies) -%}
    {{ begins_at }} + case
        when {{ applies }} then length(regexp_extract(substring(opening, {{ begins_at }} + 1), {{ pattern(regex) }}, 0))
        else 0
    end
{%- endmacro -%}
