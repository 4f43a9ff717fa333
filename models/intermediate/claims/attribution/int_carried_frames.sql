-- Grain: one sentence without a speech frame of its own in which somebody goes on speaking: inside a quotation, or with
-- words that add to the sentence before ("Another 12 were wounded"); with the frame that says who.
{%- set longest_quotation = 8 %}

with

sentences as (
    select
        sentence_id,
        article_id,
        paragraph_id,
        sentence_index
    from {{ ref('stg_sentences') }}
    where can_hold_facts
),

sentence_units as (
    select
        sentence_id,
        mention_classes
    from {{ ref('int_sentence_units') }}
),

frames as (
    select * from {{ ref('int_speech_frames') }}
),

quotations as (
    select * from {{ ref('int_quotations') }}
),

counting as (
    select distinct sentence_id from {{ ref('int_casualty_matches') }}
),

unframed as (
    select sentences.*
    from sentences
    left join frames on sentences.sentence_id = frames.sentence_id
    where frames.sentence_id is null
),

continuations as (
    select
        unframed.*,
        quotations.sentence_id is not null as is_quoted,
        coalesce(quotations.is_open_before, false) as has_gone_on,
        coalesce(quotations.is_open_after, false) as goes_on,
        case when quotations.sentence_id is not null then 'carried_in_quotation' else 'carried_by_addition' end
            as rule_id,
        {{ matches(
            'sentence_units.mention_classes', '^' ~ compile_pattern('(<definite|between>|<quantity> <be>)', grammar())
        ) }} as is_list
    from unframed
    inner join sentence_units on unframed.sentence_id = sentence_units.sentence_id
    left join quotations on unframed.sentence_id = quotations.sentence_id
    where
        quotations.sentence_id is not null
        or {{ matches('sentence_units.mention_classes', '^' ~ compile_pattern('<addition>', grammar())) }}
),

placed_frames as (
    select
        frames.sentence_id,
        frames.verb_index,
        frames.covers,
        sentences.article_id,
        sentences.paragraph_id,
        sentences.sentence_index,
        counting.sentence_id is not null as is_counting
    from frames
    inner join sentences on frames.sentence_id = sentences.sentence_id
    left join counting on frames.sentence_id = counting.sentence_id
),

-- Who closes an open quotation has spoken it; else it is who spoke last, at most two sentences before, or wherever in
-- the paragraph the quotation was opened.
carried_frames as (
    select
        continuations.sentence_id,
        placed_frames.sentence_id as frame_sentence_id,
        placed_frames.verb_index,
        continuations.rule_id
    from continuations
    inner join placed_frames
        on
            continuations.article_id = placed_frames.article_id
            and (
                abs(continuations.sentence_index - placed_frames.sentence_index) <= 2
                or (
                    continuations.has_gone_on
                    and continuations.paragraph_id = placed_frames.paragraph_id
                    and placed_frames.sentence_index between continuations.sentence_index
                    - {{ longest_quotation }} and continuations.sentence_index
                )
            )
    where
        (
            placed_frames.sentence_index < continuations.sentence_index
            -- "The dead included ..." adds to figures that somebody gave, not to whatever else he said.
            and (
                continuations.is_quoted
                or (
                    (placed_frames.is_counting or not continuations.is_list)
                    and placed_frames.sentence_index = continuations.sentence_index - 1
                )
            )
        )
        or (
            placed_frames.sentence_index > continuations.sentence_index
            and continuations.goes_on
            and placed_frames.paragraph_id = continuations.paragraph_id
            and placed_frames.covers != 'right'
        )
    qualify row_number() over (
        partition by continuations.sentence_id
        order by
            placed_frames.sentence_index > continuations.sentence_index desc,
            abs(placed_frames.sentence_index - continuations.sentence_index),
            placed_frames.verb_index desc
    ) = 1
)

select * from carried_frames
