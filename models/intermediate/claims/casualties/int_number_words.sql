-- Grain: one word of the number in a unit that a casualty rule may start from.

with

anchors as (
    select * from {{ ref('int_casualty_anchors') }}
),

words as (
    select * from {{ ref('int_words') }}
),

number_words as (
    select
        anchors.sentence_id,
        anchors.token_index as anchor_index,
        words.token_index,
        words.word_class,
        lag(words.word_class) over (
            partition by anchors.sentence_id, anchors.token_index
            order by words.token_index
        ) as class_before,
        bool_or(words.word_class = 'between') over (
            partition by anchors.sentence_id, anchors.token_index
        ) as has_between,
        case
            when words.word_class in ('digits', 'year') then try_cast(replace(words.token, ',', '') as double)
            -- "A third soldier" is one more, no part of him.
            when words.word_class = 'fraction' and anchors.number_symbol = '{{ grammar().symbols['share'] }}' then null
            when words.word_class in ('number_word', 'multiplier', 'vague_number', 'fraction')
                then try_cast(words.meaning as double)
        end as amount,
        case
            when words.word_class in ('qualifier', 'about_or_in', 'over') then words.meaning
            when words.word_class = 'some' then 'about'
        end as qualifier
    from anchors
    inner join words
        on
            anchors.sentence_id = words.sentence_id
            and anchors.token_index <= words.token_index
            and words.token_index < anchors.token_index + anchors.number_token_count
    where anchors.anchor_class != 'named_person'
),

-- A new number begins after "to", "or", a dash, a hyphen between digits, and the "and" of "between 10 and 20".
numbered as (
    select
        sentence_id,
        anchor_index,
        token_index,
        word_class,
        class_before,
        amount,
        qualifier,
        sum(case
            when word_class in ('to', 'or', 'dash', 'between') then 1
            when word_class = 'hyphen' and class_before = 'digits' then 1
            when word_class = 'and' and has_between then 1
            else 0
        end) over (
            partition by sentence_id, anchor_index
            order by token_index
            rows between unbounded preceding and current row
        ) as number_index
    from number_words
)

select * from numbered
