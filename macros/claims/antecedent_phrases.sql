{#-
    The phrases that a pronoun of control can stand for, in the order in which they are tried in one sentence.
    Returns a list of {pronoun_kind, stands_for, regex}: the regular expression is matched against the classes before the
    pronoun (or of a whole earlier sentence); its first group is what stands before the phrase, its second the phrase.
    "The army said that they": the speaker is meant only by a pronoun that follows at once, so that phrase ends with the one
    stop that closes the classes. "..., the observatory said." is an earlier sentence that tells of somebody else.
    "Who has fought the rebels since they" took ground means the rebels, and so does "drove rebels from towns they" held.
    "It" and "its" are no rebels; "sanctions on Russia over its annexation" are about Russia's.
-#}
{%- macro antecedent_phrases() -%}
    {%- set language = grammar() -%}
    {%- set not_speaker = compile_pattern('<!said|hyphen>', language) -%}
    {%- set first, last = '^((?:.~*)*?', '^((?:.~*)*' -%}
    {%- set wholly = compile_pattern('<phrase_boundary>', language) -%}
    {%- set subject = compile_pattern('<outside_phrase>', language) -%}
    {%- set object = compile_pattern('<on|against|with|to|by|of>', language) -%}
    {%- set group = compile_pattern('<antecedent>', language) -%}
    {%- set body = compile_pattern('<antecedent_body>', language) -%}
    {%- set kind = compile_pattern('<holder_kind>', language) -%}
    {%- set person = compile_pattern('<named_person>', language) -%}
    {%- set organization = compile_pattern('<named_organization>', language) -%}
    {%- set place = compile_pattern('<named_place>', language) -%}
    {%- set officials = compile_pattern('<nationality|person_noun|org_noun|named_organization> <roles>', language) -%}
    {%- set known_group = compile_pattern(
        '<definite> <holder_modifier>{0,5} <org_noun|people_noun|nationals|named_organization>', language
    ) -%}
    {%- set since = compile_pattern('<since> <stop>', language) ~ '\\z' -%}
    {%- set saying = compile_pattern(
        '(<relative>|<aside>)? <said> <object_pronoun|source_noun|named_organization>? <date|adverb>{0,2} <that>? <stop>', language
    ) ~ '\\z' -%}
    {%- set driven_from = compile_pattern(
        '<into|adverb>{0,2} <from|into> <!comma|stop|relative|that|and>{0,6} <place_noun> <relative|that>? <stop>', language
    ) ~ '\\z' -%}
    {%- set phrases = [
        {'pronoun_kind': 'subject', 'stands_for': 'person', 'regex': first ~ ')(' ~ person ~ ')'},
        {'pronoun_kind': 'possessive', 'stands_for': 'person', 'regex': last ~ ')(' ~ person ~ ')'},
        {'pronoun_kind': 'subject', 'stands_for': 'several', 'regex': last ~ wholly ~ ')(' ~ officials ~ ')' ~ saying},
        {'pronoun_kind': 'subject', 'stands_for': 'several', 'regex': last ~ ')(' ~ known_group ~ ')' ~ since},
        {'pronoun_kind': 'subject', 'stands_for': 'several', 'regex': last ~ ')(' ~ organization ~ ')' ~ driven_from},
        {'pronoun_kind': 'subject', 'stands_for': 'several', 'regex': last ~ wholly ~ ')(' ~ group ~ ')' ~ driven_from},
        {'pronoun_kind': 'subject', 'stands_for': 'body', 'regex': last ~ ')(' ~ organization ~ ')' ~ driven_from},
        {'pronoun_kind': 'subject', 'stands_for': 'body', 'regex': last ~ wholly ~ ')(' ~ body ~ ')' ~ driven_from},
    ] -%}
    {%- for stands_for, holder in [('several', group), ('body', body)] -%}
        {%- do phrases.extend([
            {'pronoun_kind': 'subject', 'stands_for': stands_for, 'regex': last ~ wholly ~ ')(' ~ holder ~ kind ~ ')' ~ saying},
            {'pronoun_kind': 'subject', 'stands_for': stands_for, 'regex': last ~ wholly ~ ')(' ~ holder ~ ')' ~ saying},
            {'pronoun_kind': 'subject', 'stands_for': stands_for, 'regex': last ~ subject ~ ')(' ~ place ~ ')' ~ saying},
            {'pronoun_kind': 'subject', 'stands_for': stands_for, 'regex': first ~ ')(' ~ holder ~ ')' ~ not_speaker},
            {'pronoun_kind': 'subject', 'stands_for': stands_for, 'regex': first ~ subject ~ ')(' ~ place ~ ')' ~ not_speaker},
            {'pronoun_kind': 'possessive', 'stands_for': stands_for, 'regex': last ~ wholly ~ ')(' ~ holder ~ ')'},
            {'pronoun_kind': 'possessive', 'stands_for': stands_for, 'regex': last ~ ')(' ~ organization ~ ')'},
            {'pronoun_kind': 'possessive', 'stands_for': stands_for, 'regex': last ~ subject ~ ')(' ~ place ~ ')'},
            {'pronoun_kind': 'possessive', 'stands_for': stands_for, 'regex': last ~ object ~ ')(' ~ place ~ ')'},
        ]) -%}
    {%- endfor -%}
    {{- return(phrases) -}}
{%- endmacro -%}

{#-
    The phrases that pronouns of control stand for, every candidate of every sentence.
    Arguments: candidates, the name of a relation with sentence_id and token_index of the statement, pronoun_kind
    (`subject` or `possessive`), stands_for (`person`, `several` or `body`), antecedent_sentence_id, its distance
    in sentences, and the classes to search, closed by a stop.
    Returns a complete select: sentence_id, token_index, antecedent_sentence_id, distance, phrase_rank (the lower the
    better), antecedent_index (1-based token) and antecedent_count (tokens, 0 where nothing was found).
-#}
{%- macro antecedents_of_pronouns(candidates) -%}
    {%- for phrase in antecedent_phrases() %}
    select
        sentence_id,
        token_index,
        antecedent_sentence_id,
        distance,
        {{ loop.index }} as phrase_rank,
        length({{ extract_group('classes', phrase.regex, 1) }}) + 1 as antecedent_index,
        length({{ extract_group('classes', phrase.regex, 2) }}) as antecedent_count
    from {{ candidates }}
    where
        pronoun_kind = '{{ phrase.pronoun_kind }}' and stands_for = '{{ phrase.stands_for }}'
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
{%- endmacro -%}
