-- Grain: one person whom a pronoun or a pair ("the two leaders") stands for where a meeting rule expects a party.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

mentions as (
    select * from {{ ref('int_meeting_persons') }}
),

pronouns as (
    select * from {{ ref('int_meeting_pronouns') }}
),

persons as (
    select * from {{ ref('int_meeting_officeholders') }}
),

lists as (
    select * from {{ ref('int_party_lists') }}
),

units as (
    select * from {{ ref('int_party_units') }}
),

-- The persons that the same rule names elsewhere: nobody meets himself.
named_beside as (
    select distinct
        parties.claim_key,
        parties.slot,
        mentions.person_key
    from parties
    inner join mentions on parties.party_unit_id = mentions.party_unit_id
),

-- "Later he went to Paris to see Fabius": who is named behind the pronoun is not who the story is about.
continued as (
    select
        sentence_id,
        min(token_index) as token_index
    from {{ ref('int_words') }}
    where word_class = 'pronoun' and lower(token) in ('he', 'she')
    group by sentence_id
),

met_before as (
    select distinct
        mentions.article_id,
        mentions.sentence_index,
        mentions.person_key
    from parties
    inner join mentions on parties.party_unit_id = mentions.party_unit_id
),

-- Who has been named before, in this sentence or the three before it; who has been said to meet, in the five before it.
candidates as (
    select
        pronouns.claim_key,
        pronouns.party_unit_id,
        pronouns.person_count,
        pronouns.unit_class,
        mentions.person_key,
        mentions.sentence_index,
        lists.list_unit_id,
        -- "According to Gowdy, Jones wrote that she met": the speaker stands nearest to the verb, and so do the two in
        -- "an ally of Assad's, Lavrov told Kerry when the two spoke".
        case
            when
                pronouns.follows_speech
                or (pronouns.person_count = 2 and pronouns.sentence_index = mentions.sentence_index)
                -- "Clinton said that Obama had raised the matter in his talks": the last subject before "his".
                or (units.is_subject and pronouns.sentence_index = mentions.sentence_index)
                then -mentions.token_index
            else mentions.token_index
        end as name_rank,
        pronouns.person_count = 2 and met_before.person_key is not null as is_said_to_meet
    from pronouns
    inner join mentions
        on
            pronouns.article_id = mentions.article_id
            and mentions.sentence_index between pronouns.sentence_index - 5 and pronouns.sentence_index
            and (pronouns.sentence_index > mentions.sentence_index or pronouns.token_index > mentions.token_index)
    inner join persons on mentions.article_id = persons.article_id and mentions.person_key = persons.person_key
    left join met_before
        on
            mentions.article_id = met_before.article_id
            and mentions.sentence_index = met_before.sentence_index
            and mentions.person_key = met_before.person_key
    left join named_beside
        on
            pronouns.claim_key = named_beside.claim_key
            and pronouns.slot != named_beside.slot
            and mentions.person_key = named_beside.person_key
    inner join units on mentions.party_unit_id = units.party_unit_id
    left join lists on mentions.party_unit_id = lists.party_unit_id
    left join continued
        on mentions.sentence_id = continued.sentence_id and mentions.token_index > continued.token_index
    where
        named_beside.claim_key is null
        and (
            continued.sentence_id is null
            or pronouns.person_count = 2
            or pronouns.sentence_index = mentions.sentence_index and units.is_subject
        )
        -- "Trump's spokesman said he met": it is not Trump who did, nor anybody but who speaks; after "Kerry's remarks"
        -- it is Kerry.
        and (
            not units.is_owner
            or pronouns.person_count = 1
            and (pronouns.sentence_index = mentions.sentence_index or not units.is_owner_of_party)
        )
        and (not pronouns.follows_speech or pronouns.sentence_index = mentions.sentence_index)
        -- "Clinton sent him": another than the subject of the same verb.
        and not coalesce(
            pronouns.unit_class = 'object_pronoun'
            and pronouns.sentence_index = mentions.sentence_index
            and pronouns.token_index - mentions.token_index - mentions.token_count <= 2,
            false
        )
        -- "The two leaders" are of that office.
        and coalesce(pronouns.office_family = persons.office_family, pronouns.office_family is null)
        and (
            met_before.person_key is not null
            or mentions.sentence_index >= pronouns.sentence_index - 3 and not pronouns.is_sides
        )
    qualify row_number() over (
        partition by pronouns.claim_key, pronouns.party_unit_id, mentions.person_key
        order by is_said_to_meet desc, mentions.sentence_index desc, name_rank asc
    ) = 1
),

ranked as (
    select
        *,
        row_number() over nearest_first as name_number,
        first_value(list_unit_id) over nearest_first as nearest_list_id
    from candidates
    window nearest_first as (
        partition by claim_key, party_unit_id
        order by is_said_to_meet desc, sentence_index desc, name_rank asc, person_key asc
    )
),

-- The nearest sentence counts, and in it the first name, which is its subject more often than not; "they" are all who
-- are named in a row with it.
antecedents as (
    select
        claim_key,
        party_unit_id,
        person_key
    from ranked
    where
        name_number <= person_count
        or (person_count = 2 and unit_class != 'pair_party' and list_unit_id = nearest_list_id)
)

select * from antecedents
