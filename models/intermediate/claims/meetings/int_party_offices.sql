-- Grain: one unit that can stand for a party, with the office and the states that its words name.

with

units as (
    select * from {{ ref('int_party_units') }}
),

words as (
    select * from {{ ref('int_party_words') }}
),

names as (
    select * from {{ ref('int_party_names') }}
),

sentences as (
    select
        sentence_id,
        text,
        start_offset
    from {{ ref('stg_sentences') }}
),

-- The rebels are a side in a war, troops are somebody's.
victim_sides as (
    select * from {{ ref('victim_sides') }}
),

summed as (
    select
        units.party_unit_id,
        any_value(units.sentence_id) as sentence_id,
        any_value(names.start_offset) as name_start,
        any_value(names.end_offset) as name_end,
        min(words.start_offset) filter (where words.word_class not in ('definite', 'indefinite')) as start_offset,
        max(words.end_offset) filter (where words.word_class not in ('comma', 'close', 'genitive')) as end_offset,
        {{ min_by('words.token_index', 'words.token_index') }} filter (where words.is_office) as office_index,
        max(words.meaning) filter (where words.is_office) as office_family,
        max(words.start_offset) filter (where words.is_office) as office_start,
        max(words.end_offset) filter (where words.is_office) as office_end,
        max(words.meaning) filter (where words.word_class = 'people_noun') as people_group,
        {{ min_by('words.word_class', 'words.token_index') }} as first_class,
        bool_or(
            words.word_class in (
                'nationality', 'nationals', 'country', 'organization', 'place', 'name', 'person', 'person_noun',
                'org_noun'
            )
            or words.is_office and coalesce(words.meaning, '') not in ('leader', 'unspecified')
        ) as is_specific,
        bool_or(words.word_class in ('organization', 'org_noun', 'people_noun', 'person_noun')) as is_of_organization,
        bool_or(coalesce(victim_sides.side = 'insurgent', false)) as is_of_insurgents,
        -- "The warring parties", "both sides"; "envoys of the government and the rebels".
        bool_or(coalesce(words.meaning = 'sides', false))
        or bool_or(words.word_class = 'roles')
        and min(words.token_index) filter (where words.word_class in ('of', 'from'))
        < max(words.token_index) filter (where words.word_class = 'and') as is_of_several,
        {{ min_by('words.meaning', 'words.token_index') }} filter (
            where words.word_class in ('nationality', 'nationals', 'country', 'organization', 'place')
        ) as country_code,
        -- "Senate Democrats" are not the Senate.
        case
            when not bool_or(words.word_class in ('name', 'nationals'))
                then
                    {{ min_by('words.entity_id', 'words.token_index') }} filter (
                        where words.word_class in ('organization', 'country')
                    )
        end as entity_id
    from units
    inner join words on units.party_unit_id = words.party_unit_id
    left join names on units.party_unit_id = names.party_unit_id
    left join victim_sides on lower(words.token) = victim_sides.word
    group by units.party_unit_id
),

worded as (
    select
        summed.*,
        {{ words_between('summed.start_offset', 'summed.end_offset') }} as unit_text,
        {{ words_between('summed.office_start', 'summed.office_end') }} as office_text,
        -- The office stands before the name, or after it: "Nasr Hariri, head of the delegation".
        case
            when summed.office_index is null then null
            when summed.name_start is null then {{ words_between('summed.start_offset', 'summed.end_offset') }}
            when summed.office_start < summed.name_start
                then {{ words_between('summed.start_offset', 'summed.name_start') }}
            else {{ words_between('summed.name_end', 'summed.end_offset') }}
        end as role_words
    from summed
    inner join sentences on summed.sentence_id = sentences.sentence_id
),

offices as (
    select
        party_unit_id,
        start_offset,
        end_offset,
        unit_text,
        country_code,
        entity_id,
        people_group,
        first_class,
        is_specific,
        is_of_organization,
        is_of_insurgents,
        coalesce(is_of_several, false) as is_of_several,
        office_family,
        {{ replace_all('role_words', '^[\\s\\p{Z},.-]+|[\\s\\p{Z},]+\\z', '') }} as role_text,
        replace(lower(office_text), 'defence', 'defense') as office
    from worded
)

select * from offices
