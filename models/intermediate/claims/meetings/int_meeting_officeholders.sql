-- Grain: one person named in an article that speaks of meetings, with the fullest name, office and state given there.

with

-- Where a mention stands in its article, in one number, so that no two stand at one place.
mentions as (
    select
        *,
        sentence_index * 10000 + token_index as place_in_article
    from {{ ref('int_meeting_persons') }}
),

entities as (
    select * from {{ ref('stg_entities') }}
),

roles as (
    select * from {{ ref('lexicon_roles') }}
),

-- "Mr" is no office; what a person is said to be beside another ("his Turkish counterpart") is one of last resort.
gathered as (
    select
        article_id,
        person_key,
        -- Of two Bidens the surname alone tells nothing.
        max(entity_id) filter (where is_full or entity_id = person_key) as entity_id,
        {{ max_by('name_text', 'length(name_text) * cast(1000000000 as bigint) - place_in_article') }} as longest_name,
        {{ min_by('role_text', "place_in_article + case office when 'counterpart' then 1e9 else 0 end") }} filter (
            where office not in ('mr', 'mrs', 'ms', 'dr', 'sir')
        ) as role_text,
        {{ min_by('office', 'place_in_article') }} filter (
            where office not in ('mr', 'mrs', 'ms', 'dr', 'sir', 'counterpart')
        ) as office,
        {{ min_by('office_family', 'place_in_article') }} as office_family,
        {{ min_by('country_code', 'place_in_article') }} as country_code,
        -- "President Obama" without a state: whom the article calls "the president".
        bool_or(office is not null and country_code is null) as is_named_without_state,
        bool_and({{ matches('lower(role_text)', '^' ~ text_pattern('former_office')) }}) as is_former,
        min(sentence_index) as first_sentence_index,
        count(*) as mention_count
    from mentions
    group by article_id, person_key
),

described as (
    select
        gathered.article_id,
        gathered.person_key,
        gathered.entity_id,
        coalesce(entities.name, gathered.longest_name) as name,
        coalesce(gathered.role_text, entities.role) as role_text,
        coalesce(gathered.office, entities.role) as office,
        coalesce(gathered.office_family, roles.meaning) as office_family,
        coalesce(entities.country_code, gathered.country_code) as country_code,
        entities.affiliation,
        coalesce(gathered.is_named_without_state, false) as is_named_without_state,
        coalesce(gathered.is_former, false)
        or coalesce({{ matches('lower(entities.role)', '^' ~ text_pattern('former_office')) }}, false) as is_former,
        gathered.first_sentence_index,
        gathered.mention_count
    from gathered
    left join entities on gathered.entity_id = entities.entity_id
    left join roles on lower(entities.role) = roles.term
)

select * from described
