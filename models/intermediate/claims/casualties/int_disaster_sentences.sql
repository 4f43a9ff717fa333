-- Grain: one sentence whose dead are those of a disaster: it names one and no fighting, the nearest words before it do,
-- or the article opens with one.

{%- set harm = compile_pattern('<harmed|harming|harm|died|dead|deaths|counted_harm>', grammar()) %}

with

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

-- A crash, a fire or an incident may be an accident; a school shooting is one of its own sentence only.
signs as (
    select
        sentence_id,
        bool_or(word_class = 'attack' or word_class = 'strife' and coalesce(meaning, '') != 'mishap') as is_war,
        bool_or(word_class = 'disaster') as is_disaster,
        bool_or(word_class = 'disaster' and meaning is null) as is_lasting,
        bool_or(meaning = 'combatant') as has_combatants
    from {{ ref('int_words') }}
    where word_class in ('attack', 'strife', 'disaster', 'person_noun', 'people_noun')
    group by sentence_id
),

causes as (
    select
        sentences.*,
        coalesce(signs.is_war, false) as is_war,
        coalesce(signs.is_disaster, false) as is_disaster,
        case
            when signs.is_war then 'war'
            when signs.is_disaster then 'disaster'
            when signs.has_combatants then 'war'
        end as cause,
        case
            when signs.is_war then 'war'
            when signs.is_lasting then 'disaster'
        end as lasting_cause
    from sentences
    left join signs on sentences.sentence_id = signs.sentence_id
),

-- "Nearly 160 people were killed", after a sentence about a tornado.
told as (
    select
        *,
        coalesce(
            cause,
            lag(lasting_cause, 1) over (partition by article_id order by sentence_index),
            lag(lasting_cause, 2) over (partition by article_id order by sentence_index)
        ) as nearest_cause
    from causes
),

disaster_articles as (
    select causes.article_id
    from causes
    inner join sentence_units on causes.sentence_id = sentence_units.sentence_id
    where causes.sentence_index <= 2
    group by causes.article_id
    having
        not bool_or(causes.is_war)
        and bool_or(causes.is_disaster and {{ matches('sentence_units.unit_classes', harm) }})
),

disaster_sentences as (
    select
        told.sentence_id,
        told.article_id
    from told
    left join disaster_articles on told.article_id = disaster_articles.article_id
    where
        told.nearest_cause = 'disaster'
        or (disaster_articles.article_id is not null and not told.is_war)
)

select * from disaster_sentences
