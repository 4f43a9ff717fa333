-- Grain: one stated share of a territory, with the fraction that its words give.

with

territories as (
    select * from {{ ref('int_control_territories') }}
    where share_count > 0
),

words as (
    select * from {{ ref('int_words') }}
),

share_words as (
    select
        territories.sentence_id,
        territories.share_index,
        words.token_index,
        words.word_class,
        case when words.word_class in ('qualifier', 'about_or_in', 'over') then words.meaning end as qualifier,
        case
            when words.word_class = 'digits' then try_cast(replace(words.token, ',', '') as double)
            when words.word_class in ('number_word', 'fraction') then try_cast(words.meaning as double)
        end as amount
    from territories
    inner join words
        on
            territories.sentence_id = words.sentence_id
            and territories.share_index <= words.token_index
            and territories.share_index + territories.share_count > words.token_index
),

-- Nine tenths is 9 * 0.1; twenty-five percent is 20 + 5 hundredths; 20 to 30 percent has a low and a high end, and so
-- has a third to a half.
numbers as (
    select
        sentence_id,
        share_index,
        max(qualifier) as qualifier,
        min(amount) filter (where word_class = 'fraction') as fraction,
        max(amount) filter (where word_class = 'fraction') as greatest_fraction,
        sum(amount) filter (where word_class = 'number_word') as number_in_words,
        min(amount) filter (where word_class = 'digits') as least_digits,
        max(amount) filter (where word_class = 'digits') as greatest_digits,
        bool_or(word_class = 'percent') as has_percent
    from share_words
    group by sentence_id, share_index
),

fractions as (
    select
        sentence_id,
        share_index,
        coalesce(qualifier, 'exact') as qualifier,
        case
            when has_percent then coalesce(least_digits, number_in_words) / 100
            when greatest_fraction > fraction then fraction
            else fraction * coalesce(number_in_words, least_digits, 1)
        end as portion,
        case
            when greatest_fraction > fraction then greatest_fraction
            when has_percent and greatest_digits > least_digits then greatest_digits / 100
        end as range_end
    from numbers
),

shares as (
    select
        sentence_id,
        share_index,
        -- The interface names the column so, keyword or not.
        round(portion, 4) as share, -- noqa: RF04
        round(case when qualifier in ('exact', 'at_least', 'more_than') then portion end, 4) as share_low,
        round(
            coalesce(range_end, case when qualifier in ('exact', 'up_to', 'nearly') then portion end), 4
        ) as share_high
    from fractions
    where portion <= 1
)

select * from shares
