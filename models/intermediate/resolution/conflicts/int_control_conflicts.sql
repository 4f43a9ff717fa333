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
        place_type,
        name
    from {{ ref('stg_places') }}
),

alliances as (
    select
        side,
        ally
    from {{ ref('world_alliances') }}
    union
    select
        ally as side,
        side as ally
    from {{ ref('world_alliances') }}
),

-- About the same time: a front moves in a month, a town may change hands in days. Each statement is compared with those
-- of its territory and month, and of the month before.
months as (
    select
        *,
        cast(floor({{ date_difference('day_start', "cast('2000-01-01' as date)") }} / 31.0) as integer) as month_number
    from statements
    where not is_denied and day_start is not null and {{ date_difference('day_end', 'day_start') }} <= 31
),

both_months as (
    select
        *,
        month_number as joined_month
    from months
    union all
    select
        *,
        month_number - 1 as joined_month
    from months
),

pairs as (
    select distinct
        statements.claim_id as claim_id_a,
        others.claim_id as claim_id_b,
        statements.side = others.side as is_same_side,
        statements.article_id = others.article_id as is_same_article,
        abs({{ date_difference('statements.day_start', 'others.day_start') }}) as day_distance,
        statements.attributed_to is not null and others.attributed_to is not null as are_attributed,
        statements.share_text is null and others.share_text is null as are_whole,
        statements.share_low as share_low_a,
        statements.share_high as share_high_a,
        others.share_low as share_low_b,
        others.share_high as share_high_b,
        coalesce(statements.share_text, others.share_text) is not null
        and coalesce(statements.share, others.share) is not null as has_share,
        statements.share is not null and others.share is not null as have_shares,
        places.place_type,
        places.name as place_name,
        statements.actor as actor_a,
        others.actor as actor_b,
        statements.share_text as share_text_a,
        others.share_text as share_text_b,
        alliances.side is not null as are_allies
    from months as statements
    inner join both_months as others
        on
            statements.place_id = others.place_id
            and statements.month_number = others.joined_month
            and statements.source != others.source
            and statements.claim_id != others.claim_id
    inner join places on statements.place_id = places.place_id
    left join alliances on statements.side = alliances.side and others.side = alliances.ally
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
