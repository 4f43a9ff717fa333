-- Grain: one mention of a date that is counted back from another ("one day after", "two weeks earlier").

with

dates as (
    select * from {{ ref('int_date_values') }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

placed as (
    select
        dates.*,
        sentences.sentence_index
    from dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
),

-- The day of the story: the last one named before, at most three sentences back or in the lead.
shifted as (
    select
        shifts.sentence_id,
        shifts.token_index,
        {{ add_days('days.date_earliest', '-shifts.shift_days') }} as shifted_date
    from placed as shifts
    inner join placed as days
        on
            shifts.article_id = days.article_id
            and (
                days.sentence_index between shifts.sentence_index - 3 and shifts.sentence_index
                or days.sentence_index <= 2
            )
            and (shifts.sentence_index > days.sentence_index or shifts.token_index > days.token_index)
            and days.date_precision = 'day'
            and days.date_earliest is not null
    where shifts.kind = 'shifted' and shifts.shift_days is not null
    qualify row_number() over (
        partition by shifts.sentence_id, shifts.token_index
        order by days.sentence_index desc, days.token_index desc
    ) = 1
)

select * from shifted
