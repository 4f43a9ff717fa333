-- Grain: one casualty figure, or one sentence about an attack, that says who did it.

with

matches as (
    select * from {{ ref('int_perpetrator_matches') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

words as (
    select
        matches.perpetrator_key,
        words.token_index,
        words.entity_id,
        words.token,
        words.word_class,
        words.meaning
    from matches
    inner join {{ ref('int_words') }} as words
        on
            matches.sentence_id = words.sentence_id
            and matches.perpetrator_index <= words.token_index
            and words.token_index < matches.perpetrator_index + matches.perpetrator_count
),

-- An offensive has somebody who leads it, a war does not; a roadside bomb is nobody. Israeli fire was opened by
-- somebody, a fire broke out.
natures as (
    select
        perpetrator_key,
        bool_or(
            word_class = 'strife' and coalesce(meaning, '') != 'campaign' and lower(token) != 'fire'
        ) as is_war,
        bool_or(lower(token) = 'fire') as is_fire,
        bool_or(word_class in (
            'person', 'organization', 'country', 'nationality', 'nationals', 'name', 'org_noun', 'people_noun',
            'person_noun', 'role', 'roles'
        )) as is_somebody,
        bool_or(
            word_class in ('person_noun', 'people_noun')
            and meaning in ('civilian', 'child', 'woman', 'aid_worker', 'journalist')
        )
        and not bool_or(entity_id is not null) as is_bystander
    from words
    group by perpetrator_key
),

actors as (
    select
        perpetrator_key,
        entity_id
    from words
    where entity_id is not null and word_class in ('person', 'organization', 'country')
    qualify row_number() over (
        partition by perpetrator_key
        order by word_class desc, token_index asc
    ) = 1
),

perpetrators as (
    select
        matches.perpetrator_key,
        matches.claim_key,
        matches.sentence_id,
        matches.rule_id as perpetrator_rule_id,
        {{ replace_all(
            token_text('matches.perpetrator_index', 'matches.perpetrator_index + matches.perpetrator_count - 1'),
            '^(?:[Tt]he|[Aa]n?)[\\s\\p{Z}]+', ''
        ) }} as perpetrator,
        actors.entity_id as perpetrator_id,
        natures.is_somebody
    from matches
    inner join sentences on matches.sentence_id = sentences.sentence_id
    left join actors on matches.perpetrator_key = actors.perpetrator_key
    inner join natures on matches.perpetrator_key = natures.perpetrator_key
    where
        not natures.is_war
        and (natures.is_somebody or not natures.is_fire)
        -- "Killed as children played": what happened meanwhile is no deed of theirs.
        and not (natures.is_bystander and matches.rule_id = 'perpetrator_when')
)

select * from perpetrators
