-- Grain: one sentence that states how old a war is, with the span of days in which it can have been written:
-- "six-year civil war", "eight years into a war", "the conflict erupted five years ago", "a war now in its sixth year".

with

articles as (
    select article_id from {{ ref('int_articles_to_date') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
    where can_hold_facts
),

calendar as (
    select * from {{ ref('calendar') }}
),

conflict_spans as (
    select * from {{ ref('int_conflict_mentions') }}
),

statements as (
    select
        sentences.article_id,
        sentences.sentence_id,
        sentences.text,
        lower(sentences.text) as lower_text
    from sentences
    inner join articles on sentences.article_id = articles.article_id
    where {{ matches('lower(sentences.text)', 'year') }}
),

words as (
    select
        *,
        coalesce(
            nullif(regexp_extract(lower_text, {{ pattern(text_pattern('years_old_conflict')) }}, 1), ''),
            nullif(regexp_extract(lower_text, {{ pattern(text_pattern('years_into_conflict')) }}, 1), ''),
            nullif(regexp_extract(lower_text, {{ pattern(text_pattern('conflict_began_years_ago')) }}, 1), '')
        ) as count_word,
        coalesce(
            nullif(regexp_extract(lower_text, {{ pattern(text_pattern('conflict_in_its_year')) }}, 1), ''),
            nullif(regexp_extract(lower_text, {{ pattern(text_pattern('year_of_conflict')) }}, 1), '')
        ) as ordinal_word,
        lower(regexp_extract(text, {{ pattern(text_pattern('began_in_year')) }}, 1)) as start_month_name,
        regexp_extract(text, {{ pattern(text_pattern('began_in_year')) }}, 2) as start_year
    from statements
),

numbered as (
    select
        words.article_id,
        words.sentence_id,
        words.text,
        coalesce(counts.number, ordinals.number - 1) as full_years,
        {{ make_date('words.start_year', 'coalesce(months.number, 1)', '1') }} as earliest_start,
        {{ make_date('words.start_year', 'coalesce(months.number, 12)', '28') }} as latest_start
    from words
    left join calendar as counts
        on words.count_word = counts.name and counts.kind = 'count'
    left join calendar as ordinals
        on words.ordinal_word = ordinals.name and ordinals.kind = 'ordinal'
    left join calendar as months
        on words.start_month_name = months.name and months.kind = 'month'
    where coalesce(counts.number, ordinals.number - 1) is not null
),

-- The sentence may say when the war began; else it is a known war of the country it is about. Where both are known and
-- agree, the known day is the more exact.
starts as (
    select
        numbered.article_id,
        numbered.sentence_id,
        numbered.text,
        numbered.full_years,
        coalesce(
            min(conflict_spans.start_date) filter (
                where conflict_spans.start_date between numbered.earliest_start and numbered.latest_start
            ),
            numbered.earliest_start,
            min(conflict_spans.start_date)
        ) as earliest_start,
        coalesce(
            max(conflict_spans.start_date) filter (
                where conflict_spans.start_date between numbered.earliest_start and numbered.latest_start
            ),
            numbered.latest_start,
            max(conflict_spans.start_date)
        ) as latest_start
    from numbered
    left join conflict_spans
        on
            numbered.sentence_id = conflict_spans.sentence_id
            and {{ add_months('conflict_spans.start_date', 'numbered.full_years * 12 - 4') }} <= conflict_spans.end_date
    group by
        numbered.article_id, numbered.sentence_id, numbered.text, numbered.full_years,
        numbered.earliest_start, numbered.latest_start
),

-- Writers round a war's age up some months before the day.
conflict_ages as (
    select
        article_id,
        sentence_id,
        text,
        full_years,
        {{ add_months('earliest_start', 'full_years * 12 - 4') }} as earliest_date,
        {{ add_days(add_months('latest_start', 'full_years * 12 + 12'), '-1') }} as latest_date
    from starts
    where earliest_start is not null
)

select * from conflict_ages
