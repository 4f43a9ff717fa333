-- Grain: one statement of control whose actor is a pronoun, with the phrase it stands for, null where none was found.
-- "They" and "it" take up the subject of the sentence, else of one of the two sentences before; "its" takes up the
-- phrase before it.

with

matches as (
    select * from {{ ref('int_control_matches') }}
),

words as (
    select * from {{ ref('int_words') }}
    where
        word_class in (
            'pronoun', 'object_pronoun', 'possessive', 'organization', 'place', 'org_noun', 'people_noun'
        )
),

bystanders as (
    select
        entity_id,
        false as is_city
    from {{ ref('stg_entities') }}
    where
        organization_type in ('news_agency', 'broadcaster', 'newspaper', 'monitor', 'ngo', 'international', 'ministry')

    union all

    select
        place_id as entity_id,
        place_type = 'city' as is_city
    from {{ ref('stg_places') }}
    where place_type != 'country'
),

sentences as (
    select
        sentence_id,
        article_id,
        evidence_field,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

pronouns as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.actor_index,
        matches.territory_index,
        matches.territory_index + matches.territory_count as territory_end,
        sentences.article_id,
        sentences.evidence_field,
        sentences.sentence_index,
        case when words.word_class = 'possessive' then 'possessive' else 'subject' end as pronoun_kind,
        coalesce(words.meaning, 'body') as stands_for
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and matches.actor_index = words.token_index
            and matches.actor_count = words.token_count
            and words.word_class in ('pronoun', 'object_pronoun', 'possessive')
    inner join sentences on matches.sentence_id = sentences.sentence_id
),

candidates as (
    select
        pronouns.sentence_id,
        pronouns.token_index,
        pronouns.pronoun_kind,
        pronouns.stands_for,
        sentences.sentence_id as antecedent_sentence_id,
        pronouns.sentence_index - sentences.sentence_index as distance,
        case
            when sentences.sentence_id = pronouns.sentence_id
                then substring(sentence_units.unit_classes, 1, pronouns.actor_index - 1)
            else sentence_units.unit_classes
        end || '{{ closing_symbol() }}' as classes
    from pronouns
    inner join sentences
        on
            pronouns.article_id = sentences.article_id
            and pronouns.evidence_field = sentences.evidence_field
            and sentences.sentence_index between pronouns.sentence_index - 2 and pronouns.sentence_index
    inner join sentence_units on sentences.sentence_id = sentence_units.sentence_id
    where pronouns.stands_for != 'dialogue'
),

antecedents as (
    {{ antecedents_of_pronouns('candidates') }}
),

-- Who reports on a war, gives aid or sits in council holds no ground in it, nor do residents or a town; "it" may be a
-- capital, which stands for its state, but no "forces", which are several.
idle as (
    select
        words.sentence_id,
        coalesce(bystanders.is_city, false) as is_city,
        bystanders.entity_id is null
        and words.word_class != 'people_noun' as is_several,
        words.token_index + words.token_count as end_index
    from words
    left join bystanders on words.entity_id = bystanders.entity_id
    where
        bystanders.entity_id is not null
        or (words.word_class = 'people_noun' and lower(words.token) in ('people', 'civilians', 'residents'))
        or (words.word_class = 'org_noun' and {{ matches('words.token', '^\\p{Ll}+s\\z') }})
),

-- "Its" and "their" mean whoever was named last, but no place brings itself "under its control".
nearest as (
    select antecedents.* from antecedents
    inner join pronouns
        on antecedents.sentence_id = pronouns.sentence_id and antecedents.token_index = pronouns.token_index
    left join idle
        on
            antecedents.antecedent_sentence_id = idle.sentence_id
            and antecedents.antecedent_index + antecedents.antecedent_count = idle.end_index
            and (pronouns.stands_for = 'several' or not idle.is_city)
            and (pronouns.stands_for = 'body' or not idle.is_several)
    where
        antecedents.antecedent_count > 0
        and idle.sentence_id is null
        and not coalesce(
            antecedents.distance = 0
            and antecedents.antecedent_index >= pronouns.territory_index
            and antecedents.antecedent_index < pronouns.territory_end,
            false
        )
    qualify row_number() over (
        partition by antecedents.sentence_id, antecedents.token_index
        order by
            antecedents.distance,
            case when pronouns.pronoun_kind = 'possessive' then -antecedents.antecedent_index end,
            antecedents.phrase_rank
    ) = 1
),

resolved as (
    select
        pronouns.sentence_id,
        pronouns.token_index,
        nearest.antecedent_sentence_id,
        cast(nearest.antecedent_index as integer) as antecedent_index,
        cast(nearest.antecedent_count as integer) as antecedent_count
    from pronouns
    left join nearest on pronouns.sentence_id = nearest.sentence_id and pronouns.token_index = nearest.token_index
)

select * from resolved
