{#-
    How English text names days, months, years and weekdays, as regular expressions.
    Returns a dictionary:
      mention       one mention of any kind, with the reporting verb before it ("said on September 12")
      said          a reporting verb that stands right before a date
      month         the name of a month, whole or abbreviated, without its full stop
      weekday       the name of a weekday, whole or abbreviated
      year          a year with its century
      future_words  words of sentences that speak of what is to come, in small letters
-#}
{%- macro date_mention_patterns() -%}
    {%- set month = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|'
        ~ 'Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)' -%}
    {%- set weekday = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?' -%}
    {%- set year = '(?:19|20)[0-9]{2}' -%}
    {%- set day = '[0-9]{1,2}(?:st|nd|rd|th)?' -%}
    {%- set said = '(?:sa(?:id|ys)|told (?:[a-z]+ ){0,2}[a-z]+|announced|reported|confirmed|declared) '
        ~ '(?:late |early )?(?:on )?' -%}
    {%- set month_and_day = '(?:' ~ month ~ '[.]? ' ~ day ~ '|' ~ day ~ ' ' ~ month ~ '[.]?)' -%}
    {%- set future_words = [
        'will', 'would', 'shall', 'expected', 'scheduled', 'planned', 'plans', 'due', 'next', 'upcoming', 'deadline',
        'until', 'by', 'before', 'ahead', 'through', 'elections?', 'vote', 'if', 'target',
    ] -%}
    {{- return({
        'mention': [
            month ~ '[.,]? ' ~ year,
            '(?:' ~ said ~ ')?(?:' ~ weekday ~ '[.,]? )?' ~ month_and_day ~ '(?:[, ]*' ~ year ~ ')?',
            '[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-]' ~ year,
            '(?:[Ii]n|[Ss]ince|[Dd]uring|of) (?:early |late |mid-?)?' ~ year,
            '(?:' ~ said ~ ')?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
        ] | join('|'),
        'said': said,
        'month': month,
        'weekday': weekday,
        'year': year,
        'future_words': '(?:^|[^a-z])(?:' ~ future_words | join('|') ~ ')(?:[^a-z]|\\z)',
    }) -}}
{%- endmacro -%}
