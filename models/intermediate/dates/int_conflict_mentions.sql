-- Grain: one sentence of an article that has to be dated and one known war that it can be about: a war in a country the
-- sentence names, or, where it names none, in the country that the article names most.

with

country_mentions as (
    select * from {{ ref('int_country_mentions') }}
),

conflicts as (
    select
        conflict_key,
        country_code,
        cast(start_date as date) as start_date,
        coalesce(cast(end_date as date), cast('9999-12-31' as date)) as end_date
    from {{ ref('world_conflicts') }}
),

sentences as (
    select
        sentences.article_id,
        sentences.sentence_id
    from {{ ref('stg_sentences') }} as sentences
    inner join {{ ref('int_articles_to_date') }} as articles on sentences.article_id = articles.article_id
    where sentences.can_hold_facts
),

warring_countries as (
    select distinct country_code from conflicts
),

article_countries as (
    select
        country_mentions.article_id,
        country_mentions.country_code,
        sum(country_mentions.mention_count) as article_mention_count
    from country_mentions
    inner join warring_countries on country_mentions.country_code = warring_countries.country_code
    group by country_mentions.article_id, country_mentions.country_code
    qualify rank() over (
        partition by country_mentions.article_id
        order by article_mention_count desc
    ) = 1
),

sentence_countries as (
    select
        sentence_id,
        country_code
    from country_mentions

    union all

    select
        sentences.sentence_id,
        article_countries.country_code
    from sentences
    inner join article_countries on sentences.article_id = article_countries.article_id
    left join country_mentions on sentences.sentence_id = country_mentions.sentence_id
    where country_mentions.sentence_id is null
),

conflict_mentions as (
    select
        sentence_countries.sentence_id,
        conflicts.conflict_key,
        conflicts.start_date,
        conflicts.end_date
    from sentence_countries
    inner join conflicts on sentence_countries.country_code = conflicts.country_code
)

select * from conflict_mentions
