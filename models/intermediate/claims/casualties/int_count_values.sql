-- Grain: one counted unit, with the number its words give.

with

counts as (
    select * from {{ ref('int_counts') }}
),

words as (
    select * from {{ ref('int_words') }}
),

number_words as (
    select
        counts.sentence_id,
        counts.token_index as count_index,
        words.token_index,
        words.token_count,
        words.word_class,
        case
            when words.word_class in ('digits', 'year') then try_cast(replace(words.token, ',', '') as double)
            when words.word_class in ('number_word', 'multiplier', 'vague_number', 'fraction')
                then try_cast(words.meaning as double)
        end as amount,
        case
            when words.word_class in ('qualifier', 'about_or_in', 'over') then words.meaning
            when words.word_class = 'some' then 'about'
        end as qualifier
    from counts
    inner join words
        on
            counts.sentence_id = words.sentence_id
            and words.token_index >= counts.token_index
            and words.token_index < counts.token_index + counts.number_token_count
),

-- A new number begins after "to", "or", "between" and after a hyphen or dash between numbers in digits.
numbered as (
    select
        *,
        sum(case
            when word_class in ('to', 'or', 'dash', 'between') then 1
            when word_class = 'hyphen' and lag_class = 'digits' then 1
            when word_class = 'and' and has_between then 1
            else 0
        end) over (
            partition by sentence_id, count_index
            order by token_index
            rows between unbounded preceding and current row
        ) as number_index
    from (
        select
            *,
            lag(word_class) over (partition by sentence_id, count_index order by token_index) as lag_class,
            bool_or(word_class = 'between') over (partition by sentence_id, count_index) as has_between
        from number_words
    ) as neighbours
),

amounts as (
    select * from numbered
    where amount is not null
),

-- A multiplier applies to what stands before it, unless a larger multiplier has come between.
terms as (
    select
        units.sentence_id,
        units.count_index,
        units.number_index,
        units.token_index,
        units.amount,
        units.word_class,
        multipliers.amount as multiplier,
        max(multipliers.amount) over (
            partition by units.sentence_id, units.count_index, units.token_index
            order by multipliers.token_index
            rows between unbounded preceding and 1 preceding
        ) as larger_before
    from amounts as units
    left join amounts as multipliers
        on
            units.sentence_id = multipliers.sentence_id
            and units.count_index = multipliers.count_index
            and units.number_index = multipliers.number_index
            and multipliers.word_class = 'multiplier'
            and multipliers.token_index > units.token_index
    where units.word_class != 'multiplier'
),

products as (
    select
        sentence_id,
        count_index,
        number_index,
        token_index,
        word_class,
        any_value(amount)
        * product(case when multiplier > coalesce(larger_before, 0) then multiplier else 1 end) as amount
    from terms
    group by sentence_id, count_index, number_index, token_index, word_class
),

bare_multipliers as (
    select
        sentence_id,
        count_index,
        number_index,
        product(amount) as amount
    from amounts
    group by sentence_id, count_index, number_index
    having count(*) = count(*) filter (where word_class = 'multiplier')
),

sums as (
    select
        sentence_id,
        count_index,
        number_index,
        sum(amount) as amount,
        bool_or(word_class = 'vague_number') as is_vague
    from products
    group by sentence_id, count_index, number_index

    union all

    select
        sentence_id,
        count_index,
        number_index,
        amount,
        false as is_vague
    from bare_multipliers
),

bounds as (
    select
        sentence_id,
        count_index,
        min(amount) as amount_low,
        max(amount) as amount_high,
        count(*) as number_count,
        bool_or(is_vague) as is_vague
    from sums
    group by sentence_id, count_index
),

qualifiers as (
    select
        sentence_id,
        count_index,
        -- "At least about 20": the bound is what counts.
        min(case qualifier
            when 'at_least' then '1at_least'
            when 'more_than' then '2more_than'
            when 'up_to' then '3up_to'
            when 'nearly' then '4nearly'
            when 'about' then '5about'
        end) as ranked_qualifier
    from number_words
    group by sentence_id, count_index
),

valued as (
    select
        counts.sentence_id,
        counts.token_index,
        counts.token_count,
        counts.number_token_count,
        case when bounds.is_vague or bounds.amount_low is null then null else bounds.amount_low end as amount_low,
        case when bounds.is_vague or bounds.amount_low is null then null else bounds.amount_high end as amount_high,
        bounds.number_count > 1 and bounds.amount_high > bounds.amount_low as is_range,
        bounds.amount_low as least_amount,
        coalesce(bounds.is_vague, true) as is_vague,
        substring(qualifiers.ranked_qualifier, 2) as qualifier
    from counts
    left join bounds on counts.sentence_id = bounds.sentence_id and counts.token_index = bounds.count_index
    left join qualifiers on counts.sentence_id = qualifiers.sentence_id and counts.token_index = qualifiers.count_index
)

select * from valued
