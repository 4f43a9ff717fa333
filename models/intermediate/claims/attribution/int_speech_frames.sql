-- Grain: one word of speech with its source: who says something in a sentence, through whom, and on which side.

{%- set language = grammar() %}
{%- set passive = compile_pattern('<be> <adverb>*', language) ~ '\\z' %}
{%- set taking_lives = '^' ~ compile_pattern('<!stop|comma|said|that|have>{0,4} <lives>', language) %}

{#- "Claimed an attack on a mosque, killing 12", "claims to have carried out the raid": takes the credit, no more. -#}
{%- set taking_credit = '^' ~ compile_pattern(
    '(<adverb|date>? | <to> <have> <adverb>? <word|made|waged>{1,2} | <that>? (<possessive> <people_noun|org_noun|word>'
    ~ ' | <pronoun>) <have|be|adverb>{0,3} <word|made|waged>{1,2}) <indefinite|definite|possessive|demonstrative>'
    ~ '(<modifying|date|thing_noun>|<hyphen>){0,5} <attack|strife|siege> (<on|in|of|against|from|by|to>'
    ~ '(<!stop|comma|said|that|relative|harmed|harming|died|have|be>){1,12})? <stop|comma|that|relative|while|date|harming>',
    language
) %}

with

anchors as (
    select * from {{ ref('int_speech_anchors') }}
),

rules as (
    select * from {{ ref('attribution_rules') }}
),

source_words as (
    select
        sentence_id,
        token_index,
        meaning
    from {{ ref('int_words') }}
    where word_class = 'pronoun'
),

matches as (
    select * from {{ ref('int_speech_matches') }}
),

best as (
    select
        matches.*,
        anchors.article_id,
        anchors.anchor_class,
        coalesce(anchors.is_turn, false) as is_turn,
        anchors.meaning,
        -- The class of the word that opens the medium, which follows a verb of speech.
        substring(anchors.classes_after, matches.via_index - matches.token_index - matches.token_count + 1, 1)
            as via_symbol
    from matches
    inner join anchors on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    left join source_words
        on matches.sentence_id = source_words.sentence_id and matches.source_index = source_words.token_index
    where
        -- "No experts believe" is not said by experts, "claimed 12 lives" and "claimed the attack" not said at all;
        -- "we" is whoever is quoted.
        not {{ matches(
            'substring(anchors.classes_before, coalesce(matches.source_index, matches.token_index) - 1, 1)',
            compile_pattern('<no>', language)
        ) }}
        and not {{ matches('anchors.classes_after', taking_lives) }}
        and not (
            coalesce(anchors.meaning = 'claimed', false) and {{ matches('anchors.classes_after', taking_credit) }}
        )
        and coalesce(source_words.meaning, '') != 'dialogue'
        -- "Soldiers accused of 12 killings" claim none.
        and not (matches.rule_id = 'noun_of_claim' and coalesce(anchors.meaning = 'blamed', false))
        -- Who stands behind "told" was told, behind "saying" and "blamed" is spoken of; behind "was accused by" the
        -- speaker stands.
        and (
            not (
                anchors.anchor_class = 'said'
                and coalesce(anchors.meaning in ('told', 'blamed') or anchors.is_participle, false)
            )
            or coalesce(matches.source_index, 0) < matches.token_index
            or {{ matches('anchors.classes_before', passive) }}
        )
    qualify row_number() over (
        partition by matches.sentence_id, matches.token_index
        order by matches.priority, matches.rule_id
    ) = 1
),

-- "told" has a hearer; "said on" a channel. A frame without a source is its own ("there are reports that").
frames as (
    select
        best.sentence_id,
        best.article_id,
        best.rule_id,
        rules.covers,
        best.token_index as verb_index,
        best.token_count as verb_count,
        best.via_index,
        coalesce(best.meaning = 'denied', false) as is_denial,
        best.is_turn,
        best.anchor_class in ('colon', 'dash') and not best.is_turn as is_headline,
        coalesce(best.source_index, best.token_index) as source_index,
        coalesce(best.source_count, best.token_count) as source_count,
        case
            when
                best.anchor_class in ('quoted', 'according')
                or best.meaning = 'told'
                or {{ matches('best.via_symbol', compile_pattern('<on>', language)) }}
                then nullif(best.via_count, 0)
        end as via_count
    from best
    inner join rules on best.rule_id = rules.rule_id
),

placed as (
    select
        *,
        least(
            verb_index, source_index, case when via_count is not null then via_index else verb_index end
        ) as frame_first,
        greatest(
            verb_index + verb_count, source_index + source_count, coalesce(via_index + via_count, 0)
        ) - 1 as frame_last
    from frames
),

-- In "the agency reported, citing a medic" the agency is the medium of what the medic said, and no source itself.
speech_frames as (
    select placed.*
    from placed
    left join placed as citing
        on
            placed.sentence_id = citing.sentence_id
            and placed.source_index = citing.via_index
            and citing.via_count is not null
            and placed.verb_index != citing.verb_index
    where citing.sentence_id is null
)

select * from speech_frames
