{#-
    The phrases that a pronoun of control can stand for, in the order in which they are tried in one sentence.
    Returns a list of {pronoun_kind, is_person, regex}: the regular expression is matched against the classes before the
    pronoun (or of a whole earlier sentence); its first group is what stands before the phrase, its second the phrase.
-#}
{%- macro antecedent_phrases() -%}
    {%- set language = grammar() -%}
    {%- set not_speaker = compile_pattern('<!said|hyphen>', language) -%}
    {%- set first, last = '^((?:.~*)*?', '^((?:.~*)*' -%}
    {%- set wholly = compile_pattern('<phrase_boundary>', language) -%}
    {%- set subject = compile_pattern('<outside_phrase>', language) -%}
    {%- set holder = compile_pattern('<antecedent>', language) -%}
    {%- set person = compile_pattern('<named_person>', language) -%}
    {%- set saying = compile_pattern('<said> <that>? <stop>', language) ~ '\\z' -%}
    {%- set place = compile_pattern('<named_place>', language) -%}
    {{- return([
        {'pronoun_kind': 'subject', 'is_person': false, 'regex': last ~ wholly ~ ')(' ~ holder ~ ')' ~ saying},
        {'pronoun_kind': 'subject', 'is_person': true, 'regex': first ~ ')(' ~ person ~ ')'},
        {'pronoun_kind': 'subject', 'is_person': false, 'regex': first ~ ')(' ~ holder ~ ')' ~ not_speaker},
        {'pronoun_kind': 'subject', 'is_person': false, 'regex': first ~ subject ~ ')(' ~ place ~ ')' ~ not_speaker},
        {'pronoun_kind': 'possessive', 'is_person': false, 'regex': last ~ wholly ~ ')(' ~ holder ~ ')'},
        {'pronoun_kind': 'possessive', 'is_person': false, 'regex': last ~ subject ~ ')(' ~ place ~ ')'},
    ]) -}}
{%- endmacro -%}
