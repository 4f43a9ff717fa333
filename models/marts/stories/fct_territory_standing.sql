-- Grain: one territory, one side and one month in which somebody stated what that side holds, took, lost or besieges
-- there.

with

statements as (
    select * from {{ ref('int_control_statements') }}
    where not is_denied and place_id is not null and side is not null and day_end is not null
),

monthly as (
    select
        *,
        cast(date_trunc('month', day_end) as date) as stated_month
    from statements
),

last_statements as (
    select * from monthly
    qualify row_number() over (
        partition by place_id, side, stated_month
        order by day_end desc, claim_id asc
    ) = 1
),

sources as (
    select distinct
        place_id,
        side,
        stated_month,
        coalesce(attributed_to, 'publisher') as stated_by
    from monthly
),

joined_sources as (
    select
        place_id,
        side,
        stated_month,
        substring({{ joined_in_order("'; ' || stated_by", 'stated_by') }}, 3) as stated_by
    from sources
    group by place_id, side, stated_month
),

shares as (
    select
        place_id,
        side,
        stated_month,
        min(share_low) filter (where relation in ('controls', 'captured')) as share_low,
        max(share_high) filter (where relation in ('controls', 'captured')) as share_high,
        count(*) as statement_count,
        count(distinct source) as source_count
    from monthly
    group by place_id, side, stated_month
),

territory_standing as (
    select
        {{ content_id(["'standing'", 'shares.place_id', 'shares.side', 'shares.stated_month']) }} as standing_id,
        shares.place_id,
        last_statements.territory,
        shares.side,
        last_statements.actor,
        shares.stated_month,
        last_statements.relation,
        cast(shares.share_low as double) as share_low,
        cast(shares.share_high as double) as share_high,
        joined_sources.stated_by,
        cast(shares.statement_count as integer) as statement_count,
        cast(shares.source_count as integer) as source_count,
        last_statements.day_end as last_stated_date,
        last_statements.claim_id as last_claim_id
    from shares
    inner join last_statements
        on
            shares.place_id = last_statements.place_id
            and shares.side = last_statements.side
            and shares.stated_month = last_statements.stated_month
    inner join joined_sources
        on
            shares.place_id = joined_sources.place_id
            and shares.side = joined_sources.side
            and shares.stated_month = joined_sources.stated_month
)

select * from territory_standing
