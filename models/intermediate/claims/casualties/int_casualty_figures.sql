-- Grain: one figure of people harmed as a sentence states it, with outcome and value.

{%- set number_last = 'matches.token_index + amounts.number_token_count - 1' %}
{%- set figure_last = 'matches.token_index + matches.token_count - 1' %}
{%- set behind = 'substring(sentence_units.unit_classes, matches.token_index + matches.token_count)' %}
{%- set before_kind = '^(' ~ compile_pattern('(<including>|<of> (<definite>|<demonstrative> (<relative> <have|be>{0,2})'
    ~ '?) <adverb>? <harmed|dead|died>)? <adverb>{0,2} <be>{0,2} <adverb>{0,2} <indefinite>?', grammar()) %}
{%- set kind = compile_pattern('<modifying>{0,3} <people_noun|person_noun|nationals|roles>', grammar()) %}
{%- set kind_first = figure_last ~ ' + 1 + length(' ~ extract_group(behind, before_kind ~ ')' ~ kind, 1) ~ ')' %}
{%- set kind_last = figure_last ~ ' + length(' ~ extract_group(behind, before_kind ~ kind ~ ')', 1) ~ ')' %}

with

matches as (
    select * from {{ ref('int_casualty_matches') }}
),

amounts as (
    select * from {{ ref('int_casualty_values') }}
),

outcomes as (
    select * from {{ ref('int_casualty_outcomes') }}
),

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

sentence_units as (
    select * from {{ ref('int_sentence_units') }}
),

groups as (
    select
        matches.claim_key,
        count(distinct words.meaning) as group_count,
        max(words.meaning) as victim_group
    from matches
    inner join words
        on
            matches.sentence_id = words.sentence_id
            and matches.token_index <= words.token_index
            and words.token_index < matches.token_index + matches.token_count
            and words.word_class in ('person_noun', 'people_noun')
            and words.meaning != 'unknown'
    group by matches.claim_key
),

placed as (
    select
        matches.*,
        outcomes.outcome,
        amounts.amount,
        amounts.range_end,
        amounts.least_amount,
        amounts.may_share_victims,
        coalesce(amounts.qualifier, case when amounts.amount is null then 'vague' else 'exact' end) as qualifier,
        sentences.evidence_field,
        {{ token_start('matches.token_index') }} as figure_start,
        {{ token_end(number_last) }} as number_end,
        {{ token_end(figure_last) }} as figure_end,
        {{ token_text('matches.token_index', number_last) }} as original_value,
        {{ words_between(token_end(number_last), token_end(figure_last)) }} as words_after_number,
        -- "Ten of them civilians", "of the dead, four were women".
        case
            when
                matches.figure_role in ('among', 'part')
                and matches.token_count = amounts.number_token_count
                and {{ matches(behind, before_kind ~ ')' ~ kind) }}
                then {{ token_text(kind_first, kind_last) }}
        end as kind_of_victims,
        case when groups.group_count > 1 then 'mixed' else coalesce(groups.victim_group, 'unknown') end as victim_group
    from matches
    inner join amounts on matches.sentence_id = amounts.sentence_id and matches.token_index = amounts.token_index
    inner join sentences on matches.sentence_id = sentences.sentence_id
    inner join sentence_units on matches.sentence_id = sentence_units.sentence_id
    inner join outcomes on matches.claim_key = outcomes.claim_key
    left join groups on matches.claim_key = groups.claim_key
),

worded as (
    select
        *,
        coalesce(nullif({{ replace_all(
            replace_all('words_after_number', text_pattern('before_victims'), ''), text_pattern('harm_alone'), ''
        ) }}, ''), kind_of_victims) as own_victims
    from placed
),

-- "Killed 150 civilians and injured dozens": civilians, too; but who was hurt beside one soldier is not said, and
-- "people" says nothing.
neighbours as (
    select
        *,
        lag(own_victims) over (partition by sentence_id order by token_index) as victims_before,
        lag(victim_group) over (partition by sentence_id order by token_index) as group_before,
        lag(amount) over (partition by sentence_id order by token_index) as amount_before
    from worded
),

described as (
    select
        *,
        own_victims is null
        and may_share_victims
        and victims_before is not null
        and lower(victims_before) not in ('people', 'persons', 'others')
        and coalesce(amount_before, 2) > 1 as shares_victims
    from neighbours
),

figures as (
    select
        claim_key,
        article_id,
        sentence_id,
        rule_id,
        figure_role,
        token_index,
        token_count,
        trigger_index,
        trigger_count,
        first_token,
        last_token,
        outcome,
        cast(amount as bigint) as value,
        cast(case
            when qualifier in ('exact', 'at_least', 'more_than') then amount
            when qualifier = 'vague' then least_amount
        end as bigint) as value_low,
        cast(case
            when range_end is not null then range_end
            when qualifier in ('exact', 'up_to', 'nearly') then amount
        end as bigint) as value_high,
        qualifier,
        original_value,
        case when shares_victims then victims_before else own_victims end as victims,
        case when shares_victims then group_before else victim_group end as victim_group,
        evidence_field,
        figure_start,
        number_end,
        figure_end
    from described
    -- Fighters who pour into a country, or flee, are not driven from their homes, nor are hostages who get away.
    where
        not (
            outcome = 'displaced'
            and (
                victim_group = 'combatant'
                or {{ matches("lower(coalesce(own_victims, ''))", text_pattern('captive_victims')) }}
            )
        )
)

select * from figures
