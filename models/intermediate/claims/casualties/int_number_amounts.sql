-- Grain: one number in a unit that a casualty rule may start from (a range has two).

with

number_words as (
    select * from {{ ref('int_number_words') }}
    where amount is not null
),

-- A multiplier applies to what stands before it, unless a larger multiplier has come between:
-- in "one million two hundred thousand" the thousand multiplies the two hundred, not the million.
terms as (
    select
        addends.sentence_id,
        addends.anchor_index,
        addends.number_index,
        addends.token_index,
        addends.amount,
        multipliers.amount as multiplier,
        max(multipliers.amount) over (
            partition by addends.sentence_id, addends.anchor_index, addends.token_index
            order by multipliers.token_index
            rows between unbounded preceding and 1 preceding
        ) as larger_before
    from number_words as addends
    left join number_words as multipliers
        on
            addends.sentence_id = multipliers.sentence_id
            and addends.anchor_index = multipliers.anchor_index
            and addends.number_index = multipliers.number_index
            and multipliers.word_class = 'multiplier'
            and addends.token_index < multipliers.token_index
    where addends.word_class != 'multiplier'
),

products as (
    select
        sentence_id,
        anchor_index,
        number_index,
        token_index,
        max(amount)
        * {{ product('case when multiplier > coalesce(larger_before, 0) then multiplier else 1 end') }} as amount
    from terms
    group by sentence_id, anchor_index, number_index, token_index
),

sums as (
    select
        sentence_id,
        anchor_index,
        number_index,
        sum(amount) as amount
    from products
    group by sentence_id, anchor_index, number_index
),

-- "A dozen", "a hundred thousand": nothing stands before the multipliers, so they count once.
shapes as (
    select
        sentence_id,
        anchor_index,
        number_index,
        {{ product("case when word_class = 'multiplier' then amount else 1 end") }} as multiplied,
        bool_or(word_class = 'vague_number') as is_vague
    from number_words
    group by sentence_id, anchor_index, number_index
),

amounts as (
    select
        shapes.sentence_id,
        shapes.anchor_index,
        shapes.number_index,
        shapes.is_vague,
        coalesce(sums.amount, shapes.multiplied) as amount
    from shapes
    left join sums
        on
            shapes.sentence_id = sums.sentence_id
            and shapes.anchor_index = sums.anchor_index
            and shapes.number_index = sums.number_index
)

select * from amounts
