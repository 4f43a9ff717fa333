-- Grain: one claim and a speech frame that covers it, the nearest one before the claim and the nearest one after it.

{%- set language = grammar() %}
{%- set aside_between = compile_pattern(
    '<comma|dash> (<in|from|to|with>)? (<relative|where>) | <since|while>', language
) %}
{%- set aside = '(?:' ~ compile_pattern(
    '(<since> | <that> <be|have> | <!in> <named_place|name> <comma|dash> <indefinite>) (<!comma|dash>)* '
    ~ '| <people_noun|org_noun|nationals|named_organization> <relative|that> <have|be|adverb|do|date>{0,4} '
    ~ '| (^|<!be|adverb>) <!be> <hyphen>', language
) ~ ')\\z' %}

{#- "Claimed responsibility for an attack that killed 12", "will discuss the attack in which 12 died": what the speaker
    and his readers know already. -#}
{%- set known_attack = compile_pattern(
    '(<definite|demonstrative|possessive|genitive>'
    ~ '| (<for|to|with|over|against|while|since|in|into|between> | <word> <of>) <indefinite>?)'
    ~ '(<modifying|thing_noun>|<hyphen>|<comma>? <date> <comma>?){0,6} <attack|strife|siege>'
    ~ '((<!said|colon>){0,13} <!said|colon|and|but>)? <relative|that> (<have|be|adverb>){0,3}'
    ~ '<made>? (<!stop|comma> <to> <definite>)? ((<!said|but|while|comma>){0,6} <harmed> (<!said|but|while>){0,20})?', language
) ~ '\\z' %}

{#- "Said he would act after the attack left 12 dead", "said hours after 12 had died": when it was, not what. -#}
{%- set known_when = '(?:^'
    ~ compile_pattern('(<adverb|date|object_pronoun>){0,3}'
        ~ ' <while> (<!that|said|comma|quote>){0,12}', language)
    ~ '|' ~ compile_pattern(
        '<while> <definite> (<modifying>|<hyphen>){0,4} <attack|strife> (<!said|comma|stop|that|harmed|made>){0,6}'
        ~ '(<made> (<!stop|comma|said>){0,3})?', language
    ) ~ ')\\z' %}

{#- "Said Ali Haddad, who lost a brother": who speaks, not what was said. -#}
{%- set known_of_speaker = '^' ~ compile_pattern(
    '<comma> <relative> (<have|be|adverb>|<person_noun|people_noun>){0,3}', language
) ~ '\\z' %}

{%- set where_between = compile_pattern('<where>', language) %}
{%- set in_where_clause = compile_pattern('<where> (<!comma|dash>)*', language) ~ '\\z' %}
{%- set place_where = compile_pattern('<place_noun|named_place> <comma>? <where> (<!comma|dash>)*', language) ~ '\\z' %}

{#- "Said after a meeting with Y": when it was said, not what. -#}
{%- set occasion_of_speech = '^' ~ compile_pattern(
    '(<adverb|date|object_pronoun|people_noun|source_noun>){0,3} <while|during|in> (<!that|comma|stop|quote|pronoun|modal'
    ~ '|have|be|role|roles|named_person|named_organization|name>){0,5}', language
) ~ '\\z' %}

{#- "Speaking after a meeting with Y, X said": X said something else; what is so according to Z, Z says of both. -#}
{%- set opening_occasion = '^' ~ compile_pattern(
    '<adverb|spoke>? <while|in|during> (<!comma|named_person|pronoun|modal|have|be>){0,8}', language
) ~ '\\z' %}

with

claims as (
    select * from {{ ref('int_claim_anchors') }}
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

sentence_units as (
    select
        sentence_id,
        mention_classes
    from {{ ref('int_sentence_units') }}
),

covering as (
    select
        claims.claim_key,
        claims.claim_type,
        frames.sentence_id,
        frames.verb_index,
        frames.rule_id,
        frames.covers,
        frames.is_denial,
        frames.frame_first,
        frames.frame_last,
        frames.frame_last < claims.anchor_index as is_before,
        substring(
            sentence_units.mention_classes, frames.frame_last + 1, claims.anchor_index - frames.frame_last - 1
        ) as classes_between,
        substring(
            sentence_units.mention_classes,
            frames.frame_last + 1,
            greatest(claims.first_token - frames.frame_last - 1, 0)
        ) as classes_between_words,
        substring(
            sentence_units.mention_classes, claims.anchor_index, greatest(frames.frame_first - claims.anchor_index, 0)
        ) as classes_until,
        substring(sentence_units.mention_classes, 1, claims.anchor_index - 1) as classes_before
    from claims
    inner join frames on claims.sentence_id = frames.sentence_id
    inner join sentence_units on claims.sentence_id = sentence_units.sentence_id
    where
        (frames.covers in ('right', 'both') and frames.frame_last < claims.anchor_index)
        or (frames.covers in ('left', 'both') and frames.frame_first > claims.anchor_index)
),

-- What stands in an aside ("the rebel-held town", "where the rebels withdrew last year") the article says itself.
stated as (
    select * from covering
    where
        claim_type = 'casualty' and not (
            is_before
            and (
                {{ matches('classes_between_words', known_attack) }}
                or (covers = 'right' and {{ matches('classes_between_words', known_when) }})
                or {{ matches('classes_between_words', known_of_speaker) }}
                or {{ matches('classes_between', place_where) }}
            )
        )
        or claim_type != 'casualty' and not (
            {{ matches('classes_before', aside) }}
            or (is_before and {{ matches('classes_between', aside_between) }})
            or (claim_type = 'control' and {{ matches('classes_before', in_where_clause) }})
            or (claim_type = 'control' and is_before and {{ matches('classes_between', where_between) }})
            or (
                claim_type = 'meeting'
                and not is_before
                and rule_id not like 'according%'
                and {{ matches('classes_before', opening_occasion) }}
                and not {{ matches('classes_until', compile_pattern('<said>', language)) }}
            )
            or (claim_type = 'meeting' and is_before and {{ matches('classes_between', occasion_of_speech) }})
        )
),

nearest as (
    select * from stated
    qualify row_number() over (
        partition by claim_key, is_before
        order by case when is_before then -frame_last else frame_first end
    ) = 1
)

select
    claim_key,
    sentence_id,
    verb_index,
    rule_id,
    covers,
    is_denial,
    is_before
from nearest
