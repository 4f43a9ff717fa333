-- Grain: one mention of a person whom no seed knows, with the office, body and country that stand with the name.

with

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type = 'person' and resolution_method = 'found'
),

words as (
    select * from {{ ref('int_words') }}
    where word_class in ('nationality', 'country', 'organization', 'genitive', 'role')
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

entities as (
    select * from {{ ref('stg_entities') }}
),

countries as (
    select * from {{ ref('world_countries') }}
),

-- In "Iraqi Defence Minister Irfan al-Hayali" the office begins after the words that say whose it is.
titles as (
    select
        mentions.mention_id,
        mentions.entity_id,
        mentions.sentence_id,
        mentions.start_offset,
        mentions.apposition_text,
        coalesce(
            max(words.token_index + words.token_count) filter (where words.word_class != 'role'), mentions.unit_index
        ) as role_index,
        bool_or(words.word_class = 'role') as has_role,
        max(coalesce(countries.name, case when words.word_class = 'country' then entities.name end)) as country,
        max(entities.name) filter (where words.word_class = 'organization') as affiliation
    from mentions
    left join words
        on
            mentions.sentence_id = words.sentence_id
            and mentions.unit_index <= words.token_index
            and mentions.token_index > words.token_index
    left join entities on words.entity_id = entities.entity_id
    left join countries on words.word_class = 'nationality' and words.meaning = countries.country_code
    group by
        mentions.mention_id,
        mentions.entity_id,
        mentions.sentence_id,
        mentions.start_offset,
        mentions.apposition_text,
        mentions.unit_index
),

person_offices as (
    select
        titles.mention_id,
        titles.entity_id,
        titles.country,
        titles.affiliation,
        case
            when titles.has_role then nullif({{ replace_all(
                one_line(words_between(token_start('titles.role_index'), 'titles.start_offset')),
                text_pattern('office_article') ~ '|[ ,.]+\\z', ''
            ) }}, '')
            else nullif({{ replace_all('titles.apposition_text', text_pattern('office_article'), '') }}, '')
        end as role
    from titles
    inner join sentences on titles.sentence_id = sentences.sentence_id
)

select * from person_offices
