-- Grain: one article that has to be dated and whose first sentences say by day and month, without the year, when its
-- news happened: "said on September 12" in an article that names no weekday for what was said (method reported_day), or
-- a day with its weekday beside it or in another of these sentences about the same names (method weekday_and_day).

{%- set lead_sentences = 3 %}
{%- set names_in_common = 6 %}

with

date_mentions as (
    select * from {{ ref('int_date_mentions') }}
    where paragraph_role = 'body' and year is null and not has_future_words
),

body_sentences as (
    select
        sentences.article_id,
        sentences.sentence_id,
        sentences.text,
        sentences.sentence_index
    from {{ ref('stg_sentences') }} as sentences
    inner join {{ ref('int_articles_to_date') }} as articles on sentences.article_id = articles.article_id
    where sentences.paragraph_role = 'body' and sentences.can_hold_facts
),

lead_sentences as (
    select * from body_sentences
    qualify row_number() over (
        partition by article_id
        order by sentence_index
    ) <= {{ lead_sentences }}
),

days as (
    select * from date_mentions
    where day is not null and month is not null
),

lone_weekdays as (
    select * from date_mentions
    where weekday is not null and month is null
),

reports_by_weekday as (
    select distinct article_id from lone_weekdays
    where follows_reporting_verb
),

reported_days as (
    select
        days.article_id,
        days.sentence_index,
        days.mention_index,
        days.month,
        days.day,
        days.weekday,
        'reported_day' as method,
        1 as days_until_published
    from days
    inner join lead_sentences on days.passage_id = lead_sentences.sentence_id
    left join reports_by_weekday on days.article_id = reports_by_weekday.article_id
    where days.follows_reporting_verb and reports_by_weekday.article_id is null
),

lead_names as (
    {{ unnest_with_position(
        'lead_sentences', ['article_id', 'sentence_id'], extract_all('text', '\\p{Lu}\\p{L}+'), 'name', 'name_index'
    ) }}
),

neighbours as (
    select
        names.sentence_id,
        other_names.sentence_id as other_sentence_id
    from lead_names as names
    inner join lead_names as other_names
        on
            names.article_id = other_names.article_id
            and names.name = other_names.name
            and names.sentence_id != other_names.sentence_id
    group by names.sentence_id, other_names.sentence_id
    having count(distinct names.name) >= {{ names_in_common }}
),

lead_days as (
    select
        days.article_id,
        days.sentence_index,
        days.mention_index,
        days.month,
        days.day,
        coalesce(days.weekday, min(lone_weekdays.weekday)) as weekday,
        'weekday_and_day' as method,
        6 as days_until_published
    from days
    inner join lead_sentences on days.passage_id = lead_sentences.sentence_id
    left join lone_weekdays as own_weekdays on days.passage_id = own_weekdays.passage_id
    left join neighbours on days.passage_id = neighbours.sentence_id
    left join lone_weekdays on neighbours.other_sentence_id = lone_weekdays.passage_id
    group by days.article_id, days.sentence_index, days.mention_index, days.month, days.day, days.weekday
    having days.weekday is not null or (count(distinct lone_weekdays.weekday) = 1 and count(own_weekdays.weekday) = 0)
),

all_days as (
    select * from reported_days

    union all

    select * from lead_days
),

story_dates as (
    select
        article_id,
        method,
        month,
        day,
        weekday,
        days_until_published
    from all_days
    qualify row_number() over (
        partition by article_id
        order by method desc, sentence_index asc, mention_index asc
    ) = 1
)

select * from story_dates
