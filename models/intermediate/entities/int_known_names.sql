-- Grain: one name in a sentence that the seeds or the gazetteer know.

with

words as (
    select * from {{ ref('int_words') }}
    where entity_id is not null
),

entities as (
    select * from {{ ref('stg_entities') }}
),

organization_nouns as (
    select term_key from {{ ref('int_terms') }}
    where word_class = 'org_noun' and token_count = 1
),

known_names as (
    select
        words.sentence_id,
        words.article_id,
        words.token_index,
        words.token_count,
        entities.entity_id,
        case when entities.entity_type = 'publisher' then 'organization' else entities.entity_type end as entity_kind,
        case when entities.is_curated then 'seed' else 'gazetteer' end as resolution_method,
        -- "Assad", "al-Assad" and "Observatory for Human Rights" may be the end of a name that the seeds do not know.
        case entities.entity_type
            when 'person'
                then
                    words.token_count = 1
                    or (words.token_count = 3 and {{ matches('words.token', '^[AEae][a-z]{1,2}\\z') }})
            else organization_nouns.term_key is not null
        end as may_be_ending
    from words
    inner join entities on words.entity_id = entities.entity_id
    left join organization_nouns on lower(words.token) = organization_nouns.term_key
)

select * from known_names
