-- Grain: one paragraph that opens with the name of who speaks in it ("KIM LEE: We withdrew."), in an article where at
-- least two take turns; who mostly asks speaks for the publisher and is left out.

{%- set word = '\\p{Lu}[\\p{L}.’\\x27-]*' %}
{%- set longest_turn = 30 %}

with

sentences as (
    select
        sentence_id,
        article_id,
        paragraph_id,
        sentence_index,
        text
    from {{ ref('stg_sentences') }}
    where paragraph_role = 'body'
),

paragraphs as (
    select
        article_id,
        {{ min_by('sentence_id', 'sentence_index') }} as sentence_id,
        min(sentence_index) as first_index,
        bool_or(text like '%?') as has_question,
        {{ extract_group(
            min_by('text', 'sentence_index'),
            '^(' ~ word ~ '(?:[\\s\\p{Z}]+' ~ word ~ '){0,4})(?:,[^:]{2,40}|[\\s\\p{Z}]*\\([^)]{1,40}\\))?:[\\s\\p{Z}]',
            1
        ) }} as name
    from sentences
    group by article_id, paragraph_id
),

turns as (
    select
        *,
        upper(name) as name_key,
        lead(first_index) over (partition by article_id order by first_index) as next_index,
        count(*) over (partition by article_id, upper(name)) as turn_count
    from paragraphs
    where name != ''
),

speakers as (
    select
        article_id,
        name_key,
        {{ min_by('sentence_id', 'first_index') }} as sentence_id,
        max(turn_count) as turn_count,
        sum(case when has_question then 1 else 0 end) as question_count
    from turns
    group by article_id, name_key
),

-- "LEE" and "KL" are Kim Lee, who is named in full at another turn.
full_names as (
    select
        said.article_id,
        said.name_key,
        said.turn_count,
        said.question_count * 2 >= said.turn_count as is_asking,
        named.name_key as full_name_key,
        named.sentence_id as speaker_sentence_id
    from speakers as said
    inner join speakers as named
        on
            said.article_id = named.article_id
            and (
                said.name_key = named.name_key
                or named.name_key like '% ' || said.name_key
                or (
                    length(said.name_key) = 2
                    and named.name_key
                    like substring(said.name_key, 1, 1) || '% ' || substring(said.name_key, 2, 1) || '%'
                )
            )
    qualify row_number() over (
        partition by said.article_id, said.name_key
        order by length(named.name_key) desc, named.name_key
    ) = 1
),

-- Who has one word for a name at every turn may be a label ("TARGET: ..."), and who opens one paragraph a heading.
persons as (
    select
        article_id,
        full_name_key
    from full_names
    where full_name_key like '% %' and full_name_key not like 'THE %'
    group by article_id, full_name_key
    having sum(turn_count) > 1
),

dialogues as (
    select article_id from persons
    group by article_id
    having count(*) > 1
),

dialogue_turns as (
    select
        turns.sentence_id,
        turns.article_id,
        turns.first_index,
        coalesce(turns.next_index - 1, turns.first_index + {{ longest_turn }}) as last_index,
        full_names.speaker_sentence_id
    from turns
    inner join dialogues on turns.article_id = dialogues.article_id
    inner join full_names on turns.article_id = full_names.article_id and turns.name_key = full_names.name_key
    where not full_names.is_asking
)

select * from dialogue_turns
