{#-
    Regular expression (a constant, to stand between single quotes): the date line that an article's text starts with,
    such as "Wed 05 Apr 2017", "24.08.2013", "Published November 22 2017", "Last updated on: 20 March,2019 07:57 am".
-#}
{%- macro leading_date_pattern() -%}
    {%- set label = '(?:(?:[Pp]ublished|[Ll]ast [Uu]pdated|[Uu]pdated|[Pp]osted)(?: on| at)?:? *)' -%}
    {%- set weekday = '(?:(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]*[., ]+)' -%}
    {%- set month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[., ]+' -%}
    {%- set time = '(?:[, ]*(?:at )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: *[AaPp]\.?[Mm]\.?)?(?: *(?:GMT|UTC|ET|EST|EDT))?)' -%}
    ^(?:{{ label }}?{{ weekday }}?(?:
    {%- set alternatives = [
        '[0-9]{1,2}(?:st|nd|rd|th)? *' ~ month ~ ' *[0-9]{4}',
        month ~ '[0-9]{1,2}(?:st|nd|rd|th)?[, ]*[0-9]{4}',
        '[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})',
        '[0-9]{4}-[0-9]{2}-[0-9]{2}'] -%}
    {{- alternatives | join('|') -}}
    ){{ time }}?\)?(?: +|\z)){1,2}
{%- endmacro -%}
