-- Grain: one word of meeting of which somebody only says that it should be: "should meet", "called for talks".

{%- set most_tokens_to_wish = 8 %}
{#- "Sought to convey during his visit", "wanted to use the meeting": the wish is for something else. -#}
{%- set another_act = compile_pattern('(<in|during|while|by|that|comma> | <definite> <adverb|word>?)', grammar())
    ~ '\\z' %}

with

anchors as (
    select * from {{ ref('int_meeting_anchors') }}
),

words as (
    select * from {{ ref('int_words') }}
    where meaning = 'wanted'
),

wishes as (
    select distinct
        anchors.sentence_id,
        anchors.token_index
    from anchors
    inner join words
        on
            anchors.sentence_id = words.sentence_id
            and words.token_index between anchors.token_index - {{ most_tokens_to_wish }} and anchors.token_index - 1
    where
        -- "Met", "visited" are of what has happened.
        anchors.word_class not in ('met', 'visited', 'hosted', 'phoned')
        and not {{ matches('substring(anchors.classes_before, words.token_index)', another_act) }}
)

select * from wishes
