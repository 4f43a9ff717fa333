-- Grain: one state among several whose officials are one party ("the chiefs of staff of Syria, Iraq and Iran"), or that
-- is a party itself ("Israel and Hamas").

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

words as (
    select * from {{ ref('int_party_words') }}
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

named_states as (
    select
        parties.claim_key,
        parties.party_unit_id,
        parties.article_id,
        parties.unit_class,
        words.meaning as country_code,
        any_value(offices.office_family) as office_family,
        any_value({{ replace_all('offices.office', '^(.*)s( of staff)?(?: of)?\\z', '\\1\\2') }}) as singular_office,
        count(*) over (partition by parties.claim_key, parties.party_unit_id) as state_count
    from parties
    inner join words on parties.party_unit_id = words.party_unit_id
    inner join offices on parties.party_unit_id = offices.party_unit_id
    where
        parties.unit_class in ('officials_party', 'named_place')
        and words.word_class in ('country', 'nationality')
        and words.meaning is not null
    group by parties.claim_key, parties.party_unit_id, parties.article_id, parties.unit_class, words.meaning
),

states as (
    select
        named_states.claim_key,
        named_states.party_unit_id,
        named_states.country_code,
        countries.place_id as entity_id,
        countries.name as country,
        persons.person_key,
        case when named_states.unit_class = 'officials_party' then named_states.singular_office end as singular_office
    from named_states
    inner join countries on named_states.country_code = countries.country_code
    left join persons
        on
            named_states.article_id = persons.article_id
            and named_states.country_code = persons.country_code
            and (
                named_states.office_family = persons.office_family
                or persons.office like '% ' || named_states.singular_office
            )
    where named_states.state_count > 1 or named_states.unit_class = 'named_place'
    qualify row_number() over (
        partition by named_states.claim_key, named_states.party_unit_id, named_states.country_code
        order by persons.first_sentence_index, persons.person_key
    ) = 1
)

select * from states
