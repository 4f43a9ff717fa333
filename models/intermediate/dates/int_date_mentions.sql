-- Grain: one mention of a day, month or year in the dateline, title or body of an article that has to be dated.
-- Captions are left out: archive pictures carry dates of their own.

{%- set month -%}
    (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)
{%- endset %}
{%- set weekday = '(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?' %}
{%- set year = '(?:19|20)[0-9]{2}' %}
{%- set month_and_day = '(?:' ~ month ~ '[.]? [0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{1,2}(?:st|nd|rd|th)? ' ~ month ~ '[.]?)' %}
{%- set said = '(?:sa(?:id|ys)|told (?:[a-z]+ ){0,2}[a-z]+|announced|reported|confirmed|declared) (?:late |early )?(?:on )?' %}
{%- set mention = [
    month ~ '[.,]? ' ~ year,
    '(?:' ~ said ~ ')?(?:' ~ weekday ~ '[.,]? )?' ~ month_and_day ~ '(?:[, ]*' ~ year ~ ')?',
    '[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-]' ~ year,
    '(?:[Ii]n|[Ss]ince|[Dd]uring|of) (?:early |late |mid-?)?' ~ year,
    '(?:' ~ said ~ ')?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
] | join('|') %}
{%- set future_words -%}
    (?:^|[^a-z])(?:will|would|shall|expected|scheduled|planned|plans|due|next|upcoming|deadline|until|by|before|ahead|through|election|elections|vote|if|target)(?:[^a-z]|\z)
{%- endset %}

with

articles as (
    select article_id from {{ ref('int_articles_to_date') }}
),

sentences as (
    select * from {{ ref('stg_sentences') }}
    where paragraph_role in ('title', 'body')
),

datelines as (
    select * from {{ ref('stg_paragraphs') }}
    where role = 'dateline'
),

calendar as (
    select * from {{ ref('calendar') }}
),

passages as (
    select
        sentences.article_id,
        sentences.sentence_id as passage_id,
        sentences.sentence_index,
        sentences.paragraph_role,
        sentences.text,
        {{ matches('lower(sentences.text)', future_words) }} as has_future_words
    from sentences
    inner join articles on sentences.article_id = articles.article_id

    union all

    select
        datelines.article_id,
        datelines.paragraph_id as passage_id,
        -1 as sentence_index,
        datelines.role as paragraph_role,
        datelines.text,
        false as has_future_words
    from datelines
    inner join articles on datelines.article_id = articles.article_id
),

mentions as (
    {{ unnest_with_position(
        'passages',
        ['article_id', 'passage_id', 'sentence_index', 'paragraph_role', 'has_future_words'],
        extract_all('text', mention),
        'mention_text',
        'mention_index'
    ) }}
),

-- "05-04-2017" and "05.04.2017" put the day first, "2017-04-05" the year.
parts as (
    select
        *,
        {{ matches('mention_text', '^' ~ said) }} as follows_reporting_verb,
        lower(regexp_extract(mention_text, {{ pattern('(?:^|[^A-Za-z])(' ~ month ~ ')(?:[^A-Za-z]|\\z)') }}, 1)) as month_name,
        lower(regexp_extract(mention_text, {{ pattern('(?:^|[^A-Za-z])(' ~ weekday ~ ')(?:[^A-Za-z]|\\z)') }}, 1)) as weekday_name,
        regexp_extract(mention_text, {{ pattern(year) }}, 0) as year_number,
        regexp_replace(mention_text, {{ pattern(year) }}, '') as mention_without_year
    from mentions
),

date_mentions as (
    select
        parts.article_id,
        parts.passage_id,
        parts.mention_index,
        parts.sentence_index,
        parts.paragraph_role,
        parts.mention_text,
        parts.has_future_words,
        parts.follows_reporting_verb,
        try_cast(parts.year_number as integer) as year,
        coalesce(
            months.number,
            try_cast(regexp_extract(parts.mention_without_year, {{ pattern('^-([0-9]{2})-') }}, 1) as integer),
            try_cast(regexp_extract(parts.mention_without_year, {{ pattern('^[0-9]{1,2}[.-]([0-9]{1,2})') }}, 1) as integer)
        ) as month,
        try_cast(
            regexp_extract(
                regexp_replace(parts.mention_without_year, {{ pattern('^-[0-9]{2}-') }}, ''), {{ pattern('[0-9]{1,2}') }}, 0
            ) as integer
        ) as day,
        weekdays.number as weekday
    from parts
    left join calendar as months
        on parts.month_name = months.name and months.kind = 'month'
    left join calendar as weekdays
        on parts.weekday_name = weekdays.name and weekdays.kind = 'weekday'
)

select * from date_mentions
