-- Grain: one word of control that a rule reads as a statement of control; the best rule only.

{%- set wording = token_text('matches.territory_index', 'matches.territory_index + matches.territory_count - 1') %}

with

anchors as (
    select * from {{ ref('int_control_anchors') }}
),

rules as (
    select * from {{ ref('control_rules') }}
),

matches as (
    {{ match_rules('anchors', ref('control_rules'), ['actor', 'territory', 'head']) }}
),

mentions as (
    select * from {{ ref('int_entity_mentions') }}
    where entity_type in ('person', 'place')
),

unlisted_places as (
    select * from {{ ref('int_unlisted_places') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

-- "Captured Kvarat" or "captured Kvarat and Dorn" may be said of persons.
doubtful as (
    select
        matches.sentence_id,
        matches.token_index,
        matches.rule_id,
        anchors.article_id,
        {{ extract_group(wording, '^(.+?)(?:,| and |\\z)', 1) }} as first_name,
        {{ extract_group(wording, '^(?:.*(?:, | and ))?(.+)\\z', 1) }} as last_name
    from matches
    inner join anchors
        on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    inner join rules on matches.rule_id = rules.rule_id
    inner join sentences on matches.sentence_id = sentences.sentence_id
    where rules.unknown_name is not null
),

names as (
    select
        article_id,
        ' ' || mention_text || ' ' as name,
        entity_type = 'person' as is_person
    from mentions
    union all
    select
        unlisted_places.article_id,
        ' ' || {{ token_text(
            'unlisted_places.token_index', 'unlisted_places.token_index + unlisted_places.token_count - 1'
        ) }} || ' ' as name,
        false as is_person
    from unlisted_places
    inner join sentences on unlisted_places.sentence_id = sentences.sentence_id
),

-- Kvarat is a place if the verb takes nothing else, or if "in Kvarat" or "the town of Kvarat" stands elsewhere.
judged as (
    select
        doubtful.sentence_id,
        doubtful.token_index,
        doubtful.rule_id,
        coalesce(bool_or(not names.is_person), false) as is_place,
        coalesce(bool_or(names.is_person), false) as is_person
    from doubtful
    left join names
        on
            doubtful.article_id = names.article_id
            and (
                position(' ' || doubtful.first_name || ' ' in names.name) > 0
                or position(' ' || doubtful.last_name || ' ' in names.name) > 0
            )
    group by doubtful.sentence_id, doubtful.token_index, doubtful.rule_id
),

-- What a phrase takes for granted (rebel-held Idlib) holds in any clause; what a verb states does not hold under "if".
stated as (
    select
        matches.*,
        anchors.article_id,
        coalesce(rules.relation, anchors.relation) as relation,
        case
            when {{ matches('anchors.classes_before', compile_pattern('<denied_clause>', grammar()) ~ '\\z') }}
                then 'denied'
            else 'asserted'
        end as stance
    from matches
    inner join anchors
        on matches.sentence_id = anchors.sentence_id and matches.token_index = anchors.token_index
    inner join rules on matches.rule_id = rules.rule_id
    left join judged
        on
            matches.sentence_id = judged.sentence_id
            and matches.token_index = judged.token_index
            and matches.rule_id = judged.rule_id
    where
        (
            judged.rule_id is null
            or judged.is_place
            or (not judged.is_person and (anchors.takes_ground or rules.unknown_name = 'not_refuted'))
        )
        and (
            rules.is_given
            or not {{ matches('anchors.classes_before', compile_pattern('<unreal_clause>', grammar()) ~ '\\z') }}
        )
),

best as (
    select * from stated
    qualify row_number() over (
        partition by sentence_id, token_index
        order by priority, rule_id
    ) = 1
)

select * from best
