-- Grain: one reading of a word of control whose territory is a name that no gazetteer lists, with whether it is one.

{%- set wording = token_text('readings.territory_index', 'readings.territory_index + readings.territory_count - 1') %}

with

readings as (
    select * from {{ ref('int_control_readings') }}
),

anchors as (
    select * from {{ ref('int_control_anchors') }}
),

rules as (
    select * from {{ ref('control_rules') }}
    where unknown_name is not null
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
        readings.sentence_id,
        readings.token_index,
        readings.rule_id,
        anchors.article_id,
        anchors.takes_ground or rules.unknown_name = 'not_refuted' as is_place_unless_refuted,
        {{ extract_group(wording, '^(.+?)(?:,| and |\\z)', 1) }} as first_name,
        {{ extract_group(wording, '^(?:.*(?:, | and ))?(.+)\\z', 1) }} as last_name
    from readings
    inner join anchors
        on readings.sentence_id = anchors.sentence_id and readings.token_index = anchors.token_index
    inner join rules on readings.rule_id = rules.rule_id
    inner join sentences on readings.sentence_id = sentences.sentence_id
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
        coalesce(bool_or(not names.is_person), false)
        or (doubtful.is_place_unless_refuted and not coalesce(bool_or(names.is_person), false)) as is_place
    from doubtful
    left join names
        on
            doubtful.article_id = names.article_id
            and (
                position(' ' || doubtful.first_name || ' ' in names.name) > 0
                or position(' ' || doubtful.last_name || ' ' in names.name) > 0
            )
    group by
        doubtful.sentence_id,
        doubtful.token_index,
        doubtful.rule_id,
        doubtful.is_place_unless_refuted
)

select * from judged
