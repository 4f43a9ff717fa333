{#-
    A text without diacritics: 'Çavuşoğlu' becomes 'Cavusoglu'.
    Arguments: text (SQL expression). Spark has no such function, so the letters met in transliterated names are listed.
-#}
{%- macro strip_accents(text) -%}
    {{- return(adapter.dispatch('strip_accents', 'attested')(text)) -}}
{%- endmacro -%}

{%- macro default__strip_accents(text) -%}
    strip_accents({{ text }})
{%- endmacro -%}

{%- macro spark__strip_accents(text) -%}
    translate(
        {{ text }},
        'áàâäãåāçčćďéèêëēěğíìîïīıñňóòôöõōřšşťúùûüūůýžÁÀÂÄÃÅĀÇČĆĎÉÈÊËĒĚĞÍÌÎÏĪİÑŇÓÒÔÖÕŌŘŠŞŤÚÙÛÜŪŮÝŽ',
        'aaaaaaacccdeeeeeegiiiiiinnoooooorsstuuuuuuyzAAAAAAACCCDEEEEEEGIIIIIINNOOOOOORSSTUUUUUUYZ'
    )
{%- endmacro -%}
