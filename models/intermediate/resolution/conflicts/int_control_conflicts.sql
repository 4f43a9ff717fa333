-- Grain: two statements of different sources about one territory that cannot both hold.

{%- set largest_share_gap = 0.02 %}

with

statements as (
    select * from {{ ref('int_control_statements') }}
    where relation in ('controls', 'captured') and place_id is not null and side is not null
),

denials as (
    select * from {{ ref('int_control_statements') }}
    where is_denied
),

places as (
    select
        place_id,
        place_type
    from {{ ref('stg_places') }}
),

pairs as (
    select * from {{ ref('int_control_pairs') }}
),

share_conflicts as (
    select
        claim_id_a,
        claim_id_b,
        'different_share' as conflict_kind,
        case
            when is_same_side
                then
                    'One side cannot hold both shares of '
                    || place_name
                    || ': '
                    || share_text_a
                    || ' and '
                    || share_text_b
            else
                'Together more than all of '
                || place_name
                || ': '
                || actor_a
                || ' '
                || share_text_a
                || ', '
                || actor_b
                || ' '
                || share_text_b
        end as detail
    from pairs
    where
        have_shares
        and day_distance <= 31
        and (
            (
                is_same_side
                and (
                    share_low_a - share_high_b > {{ largest_share_gap }}
                    or share_low_b - share_high_a > {{ largest_share_gap }}
                )
            )
            or (not is_same_side and not are_allies and share_low_a + share_low_b > 1 + {{ largest_share_gap }})
        )
),

-- A country or a divided city has many holders. Within an article a town changes hands, unless two sources differ.
holder_conflicts as (
    select
        claim_id_a,
        claim_id_b,
        'different_holder' as conflict_kind,
        place_name
        || ' cannot be held by both '
        || actor_a
        || ' and '
        || actor_b
        || ' within '
        || day_distance
        || ' days'
            as detail
    from pairs
    where
        are_whole
        and place_type in ('town', 'village', 'base', 'camp', 'crossing')
        and not is_same_side
        and not are_allies
        and day_distance <= 3
        and (are_attributed or not is_same_article)
),

denied as (
    select
        statements.claim_id as claim_id_a,
        denials.claim_id as claim_id_b,
        'denied' as conflict_kind,
        coalesce(denials.attributed_to, 'The publisher')
        || ' denies that '
        || statements.actor
        || ' '
        || statements.relation
        || ' ' || statements.territory as detail
    from denials
    inner join statements
        on
            denials.place_id = statements.place_id
            and denials.side = statements.side
            and denials.claim_id != statements.claim_id
            and denials.relation = statements.relation
            and denials.share_text is null
            and statements.share_text is null
            and not statements.is_denied
            and abs({{ date_difference('statements.day_start', 'denials.day_start') }}) <= 7
    inner join places on statements.place_id = places.place_id
    where places.place_type not in ('country', 'region')
),

control_conflicts as (
    select * from share_conflicts
    union all
    select * from holder_conflicts
    union all
    select * from denied
)

select * from control_conflicts
