-- Grain: one stretch of words that says who did it, of a casualty figure or of an attack that a sentence tells of.

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

of_figures as (
    {{ match_rules('anchors', ref('perpetrator_rules'), ['perpetrator']) }}
),

-- A passive has no perpetrator before its verb: only figures found as objects take the subject.
best_of_figures as (
    select
        triggers.claim_key,
        of_figures.*
    from triggers
    inner join of_figures
        on triggers.sentence_id = of_figures.sentence_id and triggers.token_index = of_figures.token_index
    inner join rules on of_figures.rule_id = rules.rule_id
    where rules.figure_role is null or rules.figure_role = triggers.figure_role
    qualify row_number() over (
        partition by triggers.claim_key
        order by of_figures.priority asc, of_figures.perpetrator_index desc
    ) = 1
),

attack_sentences as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
    where {{ matches('unit_classes', compile_pattern('<attack>', grammar())) }}
),

attack_anchors as (
    select
        units.sentence_id,
        units.token_index,
        units.token_count,
        units.symbol as anchor_symbol,
        substring(attack_sentences.unit_classes, 1, units.token_index - 1) as classes_before,
        substring(attack_sentences.unit_classes, units.token_index + units.token_count)
        || '{{ closing_symbol() }}' as classes_after
    from {{ ref('int_units') }} as units
    inner join attack_sentences on units.sentence_id = attack_sentences.sentence_id
    where units.unit_class in ('waged', 'by', 'into', 'for')
),

of_attacks as (
    {{ match_rules('attack_anchors', ref('responsibility_rules'), ['perpetrator']) }}
),

perpetrator_matches as (
    select
        claim_key,
        sentence_id,
        rule_id,
        perpetrator_index,
        perpetrator_count
    from best_of_figures

    union all

    select
        cast(null as {{ dbt.type_string() }}) as claim_key,
        sentence_id,
        rule_id,
        perpetrator_index,
        perpetrator_count
    from of_attacks
    qualify row_number() over (
        partition by sentence_id
        order by priority asc, perpetrator_index asc
    ) = 1
),

keyed as (
    select
        coalesce(claim_key, sentence_id) as perpetrator_key,
        *
    from perpetrator_matches
)

select * from keyed
