-- Grain: one casualty figure whose sentence says who did it.

with

triggers as (
    select * from {{ ref('int_casualty_triggers') }}
),

rules as (
    select
        rule_id,
        figure_role
    from {{ ref('perpetrator_rules') }}
),

-- Two figures may share a trigger, so the rules run over distinct triggers.
anchors as (
    select distinct
        sentence_id,
        token_index,
        token_count,
        anchor_symbol,
        classes_before,
        classes_after
    from triggers
),

matches as (
    {{ match_rules('anchors', ref('perpetrator_rules'), ['perpetrator']) }}
),

-- A passive has no perpetrator before its verb: only figures found as objects take the subject.
allowed as (
    select
        triggers.claim_key,
        matches.*
    from triggers
    inner join matches
        on triggers.sentence_id = matches.sentence_id and triggers.token_index = matches.token_index
    inner join rules on matches.rule_id = rules.rule_id
    where rules.figure_role is null or rules.figure_role = triggers.figure_role
    qualify row_number() over (
        partition by triggers.claim_key
        order by matches.priority asc, matches.perpetrator_index desc
    ) = 1
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

words as (
    select
        sentence_id,
        token_index,
        entity_id,
        word_class
    from {{ ref('int_words') }}
    where entity_id is not null and word_class in ('person', 'organization', 'country')
),

actors as (
    select
        allowed.claim_key,
        words.entity_id
    from allowed
    inner join words
        on
            allowed.sentence_id = words.sentence_id
            and allowed.perpetrator_index <= words.token_index
            and words.token_index < allowed.perpetrator_index + allowed.perpetrator_count
    qualify row_number() over (
        partition by allowed.claim_key
        order by words.word_class desc, words.token_index asc
    ) = 1
),

perpetrators as (
    select
        allowed.claim_key,
        allowed.rule_id as perpetrator_rule_id,
        {{ replace_all(
            token_text('allowed.perpetrator_index', 'allowed.perpetrator_index + allowed.perpetrator_count - 1'),
            '^(?:[Tt]he|[Aa]n?)[\s\p{Z}]+', ''
        ) }} as perpetrator,
        actors.entity_id as perpetrator_id
    from allowed
    inner join sentences on allowed.sentence_id = sentences.sentence_id
    left join actors on allowed.claim_key = actors.claim_key
)

select * from perpetrators
