{#-
    Applies every rule of a seed to every anchor of its class: a rule holds where its `before` pattern matches what ends
    right before the anchor and its `after` pattern what begins right after it. One branch per rule, so that every
    pattern is a constant.
    Arguments: anchors, the name of a relation with sentence_id, token_index, token_count, anchor_symbol,
    classes_before and classes_after (the class string left and right of the anchor, the right one closed by a stop);
    rules, a ref() to a seed with rule_id, priority, anchor, before, after; slots, the names that rules may write as
    [name: pattern] around one part of a pattern.
    Returns a complete select: the anchor's sentence_id, token_index and token_count, rule_id, priority, and for
    each slot <slot>_index (1-based token) and <slot>_count (tokens), null where the rule has no such slot.
-#}
{%- macro match_rules(anchors, rules, slots) -%}
    {%- set language = grammar() -%}
    {%- for rule in rule_seed(rules, ['priority', 'rule_id']) %}
        {%- set before = rule_segments(rule['before'] or '', language) -%}
        {%- set after = rule_segments(rule['after'] or '', language) -%}
        {%- set before_regex = before | map(attribute='regex') | join('') ~ '\\z' -%}
        {%- set after_regex = '^' ~ after | map(attribute='regex') | join('') -%}
        {%- set certain_before = certain_part('parts_before', before) -%}
        {%- set certain_after = certain_part('parts_after', after) -%}
        {%- if not loop.first %}
    union all
        {%- endif %}
    select
        sentence_id,
        token_index,
        token_count,
        '{{ rule['rule_id'] }}' as rule_id,
        {{ rule['priority'] }} as priority
        {%- for slot in slots %},
        {{ slot_position(slot, before, after) }}
        {%- endfor %}
    from (
        select
            {%- if before | selectattr('slot') | list %}
            {{ extract_groups('classes_before', before_regex, before | length) }} as parts_before,
            {%- endif %}
            {%- if after | selectattr('slot') | list %}
            {{ extract_groups('classes_after', after_regex, after | length) }} as parts_after,
            {%- endif %}
            sentence_id,
            token_index,
            token_count
        from {{ anchors }}
        where
            {{ matches('anchor_symbol', '^' ~ compile_pattern('<' ~ rule['anchor'] ~ '>', language)) }}
            {%- if before and not certain_before %}
            and {{ matches('classes_before', before_regex) }}
            {%- endif %}
            {%- if after and not certain_after %}
            and {{ matches('classes_after', after_regex) }}
            {%- endif %}
    ) as matched
    {%- for part in [certain_before, certain_after] if part %}
    {{ 'where' if loop.first else 'and' }} {{ part }} != ''
    {%- endfor %}
    {%- else %}
    select
        sentence_id,
        token_index,
        token_count,
        cast(null as {{ dbt.type_string() }}) as rule_id,
        0 as priority
        {%- for slot in slots %},
        0 as {{ slot }}_index,
        0 as {{ slot }}_count
        {%- endfor %}
    from {{ anchors }}
    where false
    {%- endfor %}
{%- endmacro -%}

{#- A pattern cut at its slots: a list of {slot, regex}, each regex one capturing group. -#}
{%- macro rule_segments(source, language) -%}
    {%- set segments = [] -%}
    {%- for piece in modules.re.split('(\\[[a-z_]+:[^\\]]*\\])', source) if piece | trim -%}
        {%- set is_slot = piece.startswith('[') -%}
        {%- set slot = piece[1:].split(':')[0] if is_slot else none -%}
        {%- set body = piece[1:-1].split(':', 1)[1] if is_slot else piece -%}
        {%- do segments.append({'slot': slot, 'regex': '(' ~ compile_pattern(body, language) ~ ')'}) -%}
    {%- endfor -%}
    {{- return(segments) -}}
{%- endmacro -%}

{#-
    The part that the first segment took that takes at least one token, so that it is empty only where the pattern
    does not match; none for a pattern without slots, of which no parts are asked for. To ask the pattern itself whether
    it matches would compile it a second time, and compiling is most of what the rules cost where articles are few.
-#}
{%- macro certain_part(parts, segments) -%}
    {%- if segments | selectattr('slot') | list -%}
        {%- for segment in segments if not modules.re.fullmatch(segment.regex, '') -%}
            {%- if loop.first -%}
                {{- return(parts ~ '.group' ~ (segments.index(segment) + 1)) -}}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {{- return(none) -}}
{%- endmacro -%}

{#- The two columns that say where a slot of a matching rule begins and how many tokens it has. -#}
{%- macro slot_position(slot, before, after) -%}
    {%- set found = namespace(index='cast(null as integer)', count='cast(null as integer)') -%}
    {%- for segment in before if segment.slot == slot -%}
        {%- set number = before.index(segment) + 1 -%}
        {%- set lengths = [] -%}
        {%- for later in range(number, before | length + 1) -%}
            {%- do lengths.append('length(parts_before.group' ~ later ~ ')') -%}
        {%- endfor -%}
        {%- set found.index = 'token_index - ' ~ lengths | join(' - ') -%}
        {%- set found.count = lengths[0] -%}
    {%- endfor -%}
    {%- for segment in after if segment.slot == slot -%}
        {%- set number = after.index(segment) + 1 -%}
        {%- set lengths = [] -%}
        {%- for earlier in range(1, number) -%}
            {%- do lengths.append(' + length(parts_after.group' ~ earlier ~ ')') -%}
        {%- endfor -%}
        {%- set found.index = 'token_index + token_count' ~ lengths | join -%}
        {%- set found.count = 'length(parts_after.group' ~ number ~ ')' -%}
    {%- endfor -%}
    cast({{ found.index }} as integer) as {{ slot }}_index,
        cast({{ found.count }} as integer) as {{ slot }}_count
{%- endmacro -%}
