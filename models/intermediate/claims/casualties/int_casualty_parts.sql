-- Grain: one casualty figure that is part of a larger one, with the figure it is part of.

{%- set included = '<including|between> <lead_in> (<counted> <joined> <lead_in>){0,3}' %}
{%- set of_them = '^' ~ compile_pattern('<including> <!stop|comma|figure|quantity|indefinite|definite>', grammar()) %}
{%- set listed = compile_pattern('<comma|dash|hyphen|open|and> <lead_in>', grammar()) ~ '\\z' %}

{%- set among_those = compile_pattern(
    '<between> <definite|possessive> <quantity|adverb|word>{0,2} <harmed|dead|deaths>', grammar()
) ~ '\\z' %}

with

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

anchors as (
    select
        sentence_id,
        token_index,
        classes_before,
        classes_after
    from {{ ref('int_casualty_anchors') }}
),

-- "A reporter was among the wounded."
among as (
    select figures.claim_key
    from figures
    inner join {{ ref('int_sentence_units') }} as sentence_units on figures.sentence_id = sentence_units.sentence_id
    where {{ matches('substring(sentence_units.unit_classes, 1, figures.last_token)', among_those) }}
),

sentences as (
    select
        sentence_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

positioned as (
    select
        figures.*,
        sentences.sentence_index,
        coalesce(figures.value, figures.value_low) as size,
        case
            when figures.figure_role = 'among' or among.claim_key is not null then sentences.sentence_index
            else 2
        end as reach,
        coalesce(figures.figure_role in ('part', 'among'), false)
        or among.claim_key is not null
        or {{ matches('anchors.classes_before', compile_pattern(included, grammar()) ~ '\\z') }}
        -- "51 people, 40 of them children"
        or (
            {{ matches('anchors.classes_before', listed) }} and {{ matches('anchors.classes_after', of_them) }}
        ) as looks_like_part
    from figures
    inner join anchors on figures.sentence_id = anchors.sentence_id and figures.token_index = anchors.token_index
    inner join sentences on figures.sentence_id = sentences.sentence_id
    left join among on figures.claim_key = among.claim_key
),

-- The whole is the last larger figure of the same kind before the part: for "including" in its sentence or up to two
-- before, for "among the dead" anywhere before.
parts as (
    select
        parts.claim_key,
        wholes.claim_key as whole_claim_key
    from positioned as parts
    inner join positioned as wholes
        on
            parts.article_id = wholes.article_id
            and wholes.sentence_index between parts.sentence_index - parts.reach and parts.sentence_index
            and (parts.sentence_index > wholes.sentence_index or parts.token_index > wholes.token_index)
            and (parts.outcome = wholes.outcome or wholes.outcome = 'casualties')
            and coalesce(wholes.size, 0) > coalesce(parts.size, 0)
    where parts.looks_like_part and not wholes.looks_like_part
    qualify row_number() over (
        partition by parts.claim_key
        order by wholes.sentence_index desc, wholes.token_index desc
    ) = 1
)

select * from parts
