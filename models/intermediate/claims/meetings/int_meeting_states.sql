-- Grain: one state or organization among several whose officials are one party ("the chiefs of staff of Syria, Iraq and
-- Iran", "leaders from Spain and the European Union"), or a state that is a party itself ("Israel and Hamas").

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

words as (
    select
        *,
        coalesce(
            word_class = 'organization' and (
                class_before in ('comma', 'and')
                or lag(class_before) over unit_words in ('comma', 'and') and class_before = 'definite'
                or lead(word_class) over unit_words in ('comma', 'and')
            ), false
        ) as is_listed_organization
    from {{ ref('int_party_words') }}
    window unit_words as (partition by party_unit_id order by token_index)
),

offices as (
    select * from {{ ref('int_party_offices') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

countries as (
    select * from {{ ref('stg_places') }}
    where place_type = 'country'
),

organizations as (
    select * from {{ ref('stg_entities') }}
    where entity_type = 'organization'
),

named_states as (
    select
        parties.claim_key,
        parties.party_unit_id,
        parties.article_id,
        parties.unit_class,
        case when words.is_listed_organization then words.entity_id else words.meaning end as state_key,
        any_value(offices.office_family) as office_family,
        any_value({{ replace_all('offices.office', '^(.*)s( of staff)?(?: of)?\\z', '\\1\\2') }}) as singular_office,
        count(*) over (partition by parties.claim_key, parties.party_unit_id) as state_count
    from parties
    inner join words on parties.party_unit_id = words.party_unit_id
    inner join offices on parties.party_unit_id = offices.party_unit_id
    where
        parties.unit_class = 'officials_party' and words.is_listed_organization
        or parties.unit_class in ('officials_party', 'named_place')
        and words.word_class in ('country', 'nationality')
        and words.meaning is not null
    group by
        parties.claim_key,
        parties.party_unit_id,
        parties.article_id,
        parties.unit_class,
        case when words.is_listed_organization then words.entity_id else words.meaning end
),

-- Officials and lawmakers are many: none of them is the one that the article names; a "minister" need not be the prime
-- minister.
states as (
    select
        named_states.claim_key,
        named_states.party_unit_id,
        named_states.state_key,
        coalesce(countries.place_id, organizations.entity_id) as entity_id,
        coalesce(countries.name, organizations.name) as state,
        persons.person_key,
        case when named_states.unit_class = 'officials_party' then named_states.singular_office end as singular_office
    from named_states
    left join countries on named_states.state_key = countries.country_code
    left join organizations on named_states.state_key = organizations.entity_id
    left join persons
        on
            named_states.article_id = persons.article_id
            and named_states.state_key = persons.country_code
            and coalesce(named_states.office_family, '') != 'unspecified'
            and (
                named_states.office_family = persons.office_family
                or persons.office like '% ' || named_states.singular_office
                and coalesce(persons.office_family, '') != 'leader'
            )
            -- "The Palestinian leader" heads the state: he is no leader of a movement or a party there.
            and (named_states.singular_office != 'leader' or coalesce(persons.office, '') != 'leader')
    where
        (named_states.state_count > 1 or named_states.unit_class = 'named_place')
        and coalesce(countries.place_id, organizations.entity_id) is not null
    qualify row_number() over (
        partition by named_states.claim_key, named_states.party_unit_id, named_states.state_key
        order by persons.first_sentence_index, persons.person_key
    ) = 1
)

select * from states
