-- Grain: one territory that a statement of control names, with the share of it that is meant, as token positions.
-- "Raqqa, Palmyra" is read as one place, as "Mosul, Iraq" is; where "and Sirte" follows it was two of a list.

with

members as (
    select
        *,
        lead(place_index) over (partition by sentence_id, token_index order by place_index) as next_place_index
    from {{ ref('int_control_row_members') }}
),

words as (
    select
        sentence_id,
        token_index,
        word_class,
        lead(word_class) over (partition by sentence_id order by token_index) as next_class
    from {{ ref('int_words') }}
),

commas as (
    select
        members.sentence_id,
        members.token_index,
        members.place_index,
        min(words.token_index) as comma_index
    from members
    inner join words
        on
            members.sentence_id = words.sentence_id
            and members.place_index < words.token_index
            and members.place_index + members.place_count > words.token_index
            and words.word_class = 'comma'
            and words.next_class = 'place'
    where members.next_place_index is not null
    group by members.sentence_id, members.token_index, members.place_index
),

cut as (
    select
        members.*,
        commas.comma_index
    from members
    left join commas
        on
            members.sentence_id = commas.sentence_id
            and members.token_index = commas.token_index
            and members.place_index = commas.place_index
),

territories as (
    select
        sentence_id,
        token_index,
        share_index,
        share_count,
        place_index,
        coalesce(comma_index - place_index, place_count) as place_count
    from cut

    union all

    select
        sentence_id,
        token_index,
        comma_index + 1 as share_index,
        0 as share_count,
        comma_index + 1 as place_index,
        place_index + place_count - comma_index - 1 as place_count
    from cut
    where comma_index is not null
)

select * from territories
