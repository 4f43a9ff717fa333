{#-
    What can stand before the first sentence of a line, as regular expressions that match from the line's start.
    Returns a dictionary:
      caption_label     what web pages print before a caption, "Image copyright EPA Image caption "
      other_label       a label before other words, "Story highlights "
      date              the date line of an article, "Wed 05 Apr 2017 ", "Last updated on: 20 March,2019 07:57 am"
      date_after_title  the same with a byline before it, "AFP Monday 18 Aug 2014 "
      dateline          place and agency, "DAMASCUS (AFP) - ", "(CNN) ", "WASHINGTON -- ", "KABUL, Sept. 5 — "
      bare_dateline     a place in capitals that lost its dash, "BEIRUT "; only where a date or title stood before it
-#}
{%- macro opening_patterns() -%}
    {%- set caption_label = [
        'Image (?:copyright|source,) .{1,60}? ?Image caption,?',
        '(?:Media playback is (?:un)?supported on your device )?(?:Media|Image) caption,?',
        'View image in fullscreen',
        'Enlarge this image toggle caption',
        'Facebook Twitter Pinterest',
        'FILE(?: PHOTO)?(?: ?[-–—:]+)',
        '(?:File )?[Pp]hotos?:',
        'Caption:',
    ] | join('|') -%}
    {%- set other_label = [
        'Story highlights', 'ADVERTISEMENT', 'Advertisement', 'CLOSE', 'EXCLUSIVE:', 'UPDATED?:?', 'Updated:',
        'Date of publication', 'Slideshow [(][0-9]+ Images?[)]', '\\[Updated[^\\[\\]]{3,30}\\]',
    ] | join('|') -%}

    {%- set weekday = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[., ]+)' -%}
    {%- set month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[., ]*' -%}
    {%- set day = '[0-9]{1,2}(?:st|nd|rd|th)?' -%}
    {%- set date = weekday ~ '?(?:' ~ [
        day ~ ' *' ~ month ~ '[0-9]{4}',
        month ~ day ~ '[, ]*[0-9]{4}',
        '[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}',
        '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    ] | join('|') ~ ')' -%}
    {%- set clock = '(?:[,T| ]*(?:at [0-9]{4}|(?:at )?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?: *[AaPp][.]?[Mm][.]?)?)'
        ~ '(?: *[A-Z]{2,4})?)?' -%}
    {%- set label = '(?:(?:[Ff]irst )?(?:[Pp]ublished|[Pp]ublish(?:ed)? [Dd]ate|[Ll]ast (?:[Uu]pdated?|[Mm]odified)|'
        ~ '[Uu]pdated|[Mm]odified|[Pp]osted|[Ii]ssued|[Dd]ate)(?: on| at)?:? *)?' -%}
    {%- set after_date = '[)]?(?: ?Get short URL(?: [0-9]+)*)?(?:[ |,]+|\\z)' -%}

    {%- set agency = '[(](?:[A-Z][A-Za-z]+/)?(?:Reuters|AFP|AP|CNN|UPI|DPA|dpa|TASS|Xinhua|Sputnik|Interfax|Bloomberg|'
        ~ 'SANA|ANSA|EFE|IRNA)[^()]{0,30}[)]' -%}
    {%- set capitalized = '\\p{Lu}[\\p{L}\\p{N}.\\x27’ -]*' -%}
    {{- return({
        'caption_label': '^(?:' ~ caption_label ~ ') +',
        'other_label': '^(?:' ~ other_label ~ ') +',
        'date': '^(?:' ~ label ~ date ~ clock ~ after_date ~ '){1,2}',
        'date_after_title': '^[^.!?]{0,60}?' ~ date ~ clock ~ after_date,
        'dateline': '^(?:' ~ [
            '[^()!?:]{0,60}' ~ agency ~ '\\s*(?:-{1,2}|–|—|:)\\s*',
            '(?:\\p{Lu}[\\p{L}.\\x27’-]+,? ?){0,4}' ~ agency ~ '\\s*',
            '\\p{Lu}[\\p{Lu}.\\x27’-]+(?:[ /]\\p{Lu}[\\p{Lu}.\\x27’-]*){0,3}(?:[,/] ?' ~ capitalized ~ '){0,3}'
                ~ '(?: [(][^()]{1,25}[)])?\\s*(?:--|–|—| - )\\s*',
        ] | join('|') ~ ')',
        'bare_dateline': '^\\p{Lu}{4,}(?: \\p{Lu}{3,})? ',
    }) -}}
{%- endmacro -%}
