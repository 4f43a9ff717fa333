-- Grain: two statements of different sources about who holds the same territory, at about the same time.

with

statements as (
    select * from {{ ref('int_control_statements') }}
    where relation in ('controls', 'captured') and place_id is not null and side is not null
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

control_pairs as (
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
            and (statements.claim_id < others.claim_id or others.month_number != others.joined_month)
    inner join places on statements.place_id = places.place_id
    left join alliances on statements.side = alliances.side and others.side = alliances.ally
)

select * from control_pairs
