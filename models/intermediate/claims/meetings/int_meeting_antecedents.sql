-- Grain: one person whom a pronoun or a pair ("the two leaders") stands for where a meeting rule expects a party.

with

parties as (
    select * from {{ ref('int_meeting_parties') }}
),

mentions as (
    select * from {{ ref('int_meeting_persons') }}
),

words as (
    select * from {{ ref('int_words') }}
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

pronouns as (
    select
        parties.*,
        lower(words.token) as pronoun
    from parties
    inner join words on parties.sentence_id = words.sentence_id and parties.token_index = words.token_index
    where parties.unit_class in ('pronoun', 'object_pronoun', 'possessive')
),

-- Who has been named before, in this sentence or the three before it: the nearest sentence counts.
candidates as (
    select
        parties.claim_key,
        parties.party_unit_id,
        parties.unit_class,
        pronouns.pronoun,
        mentions.person_key,
        max(mentions.sentence_index) as sentence_index,
        min(mentions.token_index) as token_index,
        parties.sentence_index as party_sentence_index
    from parties
    left join pronouns on parties.claim_key = pronouns.claim_key and parties.party_unit_id = pronouns.party_unit_id
    inner join mentions
        on
            parties.article_id = mentions.article_id
            and mentions.sentence_index between parties.sentence_index - 3 and parties.sentence_index
            and (mentions.sentence_index < parties.sentence_index or mentions.token_index < parties.token_index)
    left join named_beside
        on
            parties.claim_key = named_beside.claim_key
            and parties.slot != named_beside.slot
            and mentions.person_key = named_beside.person_key
    where
        named_beside.claim_key is null
        and (
            parties.unit_class = 'pair_party'
            or pronouns.pronoun in ('he', 'she', 'him', 'her', 'his', 'they', 'them', 'their')
        )
    group by
        parties.claim_key, parties.party_unit_id, parties.unit_class, pronouns.pronoun, mentions.person_key,
        parties.sentence_index
),

ranked as (
    select
        *,
        row_number() over (
            partition by claim_key, party_unit_id
            order by sentence_index desc, token_index asc, person_key asc
        ) as nearness
    from candidates
),

antecedents as (
    select
        claim_key,
        party_unit_id,
        person_key
    from ranked
    where
        nearness = 1 and pronoun in ('he', 'she', 'him', 'her', 'his')
        or nearness <= 2 and (unit_class = 'pair_party' or pronoun in ('they', 'them', 'their'))
)

select * from antecedents
