{#- The seeds that give words their class, in alphabetical order; all have the columns term, word_class, meaning. -#}
{%- macro lexicons() -%}
    {{- return([
        'lexicon_attribution', 'lexicon_calendar', 'lexicon_control', 'lexicon_grammar', 'lexicon_harm',
        'lexicon_meetings', 'lexicon_numbers', 'lexicon_organizations', 'lexicon_people', 'lexicon_places',
        'lexicon_punctuation', 'lexicon_qualifiers', 'lexicon_roles', 'lexicon_things',
    ]) -}}
{%- endmacro -%}
