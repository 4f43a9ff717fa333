-- Grain: one participant of one mention of a meeting, whom its own sentence names, or, of a mention without a party of
-- its own ("a further session was scrapped"), who is said to have met last before it.

{%- set most_sentences_to_told = 2 %}

with

named_participants as (
    select * from {{ ref('int_meeting_named_participants') }}
),

matches as (
    select * from {{ ref('int_meeting_matches') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

-- A claim is told of before where two are known to have met, or the officials of several.
told as (
    select
        named_participants.claim_key,
        named_participants.article_id,
        sentences.sentence_index,
        min(named_participants.token_index) as token_index
    from named_participants
    inner join sentences on named_participants.sentence_id = sentences.sentence_id
    group by named_participants.claim_key, named_participants.article_id, sentences.sentence_index
    having count(*) > 1 or bool_or(named_participants.is_alliance)
),

referring as (
    select
        matches.claim_key,
        told.claim_key as told_key
    from matches
    inner join sentences on matches.sentence_id = sentences.sentence_id
    inner join told
        on
            matches.article_id = told.article_id
            and (
                told.sentence_index between sentences.sentence_index - {{ most_sentences_to_told }}
                and sentences.sentence_index - 1
                or sentences.sentence_index = told.sentence_index and matches.token_index > told.token_index
            )
    where matches.first_index is null and matches.second_index is null
    qualify row_number() over (
        partition by matches.claim_key
        order by told.sentence_index desc, told.token_index desc, told.claim_key asc
    ) = 1
),

participants_told_before as (
    select
        referring.claim_key,
        named_participants.slot,
        named_participants.article_id,
        named_participants.sentence_id,
        named_participants.token_index,
        named_participants.is_alliance,
        named_participants.mention_text,
        named_participants.start_offset,
        named_participants.end_offset,
        named_participants.participant_key,
        named_participants.entity_id,
        named_participants.participant_name,
        named_participants.role_text
    from referring
    inner join named_participants on referring.told_key = named_participants.claim_key
),

all_participants as (
    select * from named_participants
    union all
    select * from participants_told_before
)

select * from all_participants
